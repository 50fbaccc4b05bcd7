"""What page-validation says of PDFs; `validate` tells how it is printed."""

import sys

import page


def validate(file, profile):
    name = f"page-validation {profile} {file}"
    try:
        report = page.validate_pdf(file, profile=profile)
    except page.PageError as unreadable:
        print(f"FAIL {name}\n  {unreadable}")
        return
    print("PASS" if report.is_compliant else "FAIL", name)
    for failure in report.failures:
        print(f"  {failure.rule_id} {failure.message}")
        if place := failure.object_id:
            print(f"    {place.object_number} {place.generation} obj")


for file in sys.argv[1:]:
    for profile in ["3a", "ua1"]:
        validate(file, profile)
