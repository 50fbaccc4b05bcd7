import Claims

/// What lasts for months.
let runCases: [HandWorked] = [
    HandWorked.cases(
        .run, "rose for the second month in a row", ("9 | 5 | 7 | 8", yes), ("4 | 5 | 7 | 8", no), ("5 | 5 | 7 | 8", yes),
        ("9 | 7 | 5 | 8", no), ("9 | 5 | 5 | 8", no), (" | 5 | 7 | 8", open), ("5 | 7 | 8", open), ("9 | 5 | | 8", open), ("33", open),
        ("9 | 5 | 6..7 | 8", yes), ("9 | 5 | 4..7 | 8", open)),
    HandWorked.cases(.run, "rose for the second month in a row among the months on record", ("5 | 7 | 8", yes), ("4 | 5 | 7 | 8", no)),
    HandWorked.cases(.run, "fell for the second month in a row", of: "attacks", ("5 | 9 | 7 | 4", yes)),
    HandWorked.cases(
        .run, "the second month in a row", ("9 | 5 | 7 | 8", yes), ("5 | 9 | 7 | 4", yes), ("9 | 5 | 7 | 4", no), ("9 | 5 | 7 | 7", no)),
    HandWorked.cases(
        .run, "the second month in a row without attacks", of: "attacks", ("5 | 0 | 0", yes), ("0 | 0 | 0", no), (" | 0 | 0", open),
        ("5 | 0 | 1", no)),
    HandWorked.cases(.run, "a second straight monthly fall", ("5 | 9 | 7 | 4", yes), ("10 | 9 | 7 | 4", no)),
    HandWorked.cases(.run, "rose for a second successive month", ("9 | 5 | 7 | 8", yes)),
    HandWorked.cases(.run, "the third consecutive rise", ("9 | 1 | 5 | 7 | 8", yes), ("9 | 8 | 5 | 7 | 8", no)),

    HandWorked.cases(
        .runOfMonths, "rose for two months in a row", ("4 | 5 | 7 | 8", yes), ("9 | 5 | 7 | 8", yes), ("5 | 7 | 8", yes), ("9 | 7 | 5 | 8", no),
        ("5 | | 8", open), ("7 | 8", open), ("5 | 5 | 8", no), ("5 | 6..7 | 8", yes), ("8 | 7 | ", no)),
    HandWorked.cases(.runOfMonths, "fell for two consecutive months", of: "attacks", ("9 | 7 | 4", yes), ("9 | 7 | 7", no)),
    HandWorked.cases(.runOfMonths, "two straight months without attacks", of: "attacks", ("0 | 0 | 0", yes), ("0 | 1", no)),
    HandWorked.cases(.runOfMonths, "two months in a row", ("9 | 7 | 4", yes), ("7 | 9 | 4", no), ("4 | 7 | 9", yes)),
    HandWorked.cases(
        .runOfMonths, "no attacks for two months in a row", of: "attacks", ("0 | 0 | 0", yes), ("5 | 0", no), (" | 0", open), ("0 | 0", yes)),
].flatMap { $0 }
