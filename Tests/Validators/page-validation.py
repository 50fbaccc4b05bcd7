"""What page-validation says of PDFs; `validate` tells how it is printed."""

import sys

import page


# It takes a carriage return that ends a stream's data for a half of the line end that follows, and so counts one byte too
# few. veraPDF counts them too.
MISCOUNTED = "PDFA3A-STREAM-LENGTH-001"


def validate(file, profile):
    name = f"page-validation {profile} {file}"
    try:
        report = page.validate_pdf(file, profile=profile)
    except page.PageError as unreadable:
        print(f"FAIL {name}\n  {unreadable}")
        return
    failures = [failure for failure in report.failures if failure.rule_id != MISCOUNTED]
    print("FAIL" if failures or not (report.failures or report.is_compliant) else "PASS", name)
    for failure in failures:
        print(f"  {failure.rule_id} {failure.message}")
        if place := failure.object_id:
            print(f"    {place.object_number} {place.generation} obj")


for file in sys.argv[1:]:
    for profile in ["3a", "ua1"]:
        validate(file, profile)
