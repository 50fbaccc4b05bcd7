import Claims

/// A month against the mean of others. The last three months before January are October, November and December.
let meanCases: [HandWorked] = [
    HandWorked.cases(
        .aboveMean, "above the average of the last three months", ("9 | 3 | 6 | 7", yes), ("9 | 3 | 6 | 6", no), ("9 | 3 | 6 | 5", no),
        (" | 3 | 6 | 7", open), ("9 | 3 | 6 | ", open), ("3 | 6 | 7", open), ("9 | 3..5 | 6 | 7", yes), ("9 | 3..9 | 6 | 7", open),
        ("9 | >=3 | 6 | 7", open), ("9 | >=6 | 6 | 7", no), ("9 | <=3 | 6 | 7", yes), ("7", open), ("90 | 9 | 3 | 6 | 7", yes)),
    HandWorked.cases(
        .aboveMean, "above the average of the last three months among the months on record", ("3 | 6 | 7", yes), (" | 6 | 9 | 7", no),
        ("7", open)),
    HandWorked.cases(.aboveMean, "above the mean since October", of: "attacks", ("99 | 9 | 3 | 6 | 7", yes)),
    HandWorked.cases(
        .aboveMean, "above the average of 2023", ("5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 6", yes),
        // The table begins in November: the mean of two months is not that of the year.
        ("5 | 5 | 6", open)),
    HandWorked.cases(.aboveMean, "above the twelve-month average", ("5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5", no)),

    HandWorked.cases(
        .belowMean, "below the average of the last three months", ("9 | 3 | 6 | 5", yes), ("9 | 3 | 6 | 6", no), ("9 | 3 | 6 | 7", no),
        (" | 3 | 6 | 5", open), ("3 | 6 | 4", open), ("9 | 3..9 | 6 | 5", yes), ("9 | 0..9 | 6 | 5", open), ("9 | >=3 | 6 | 5", yes),
        ("0 | 0 | 0 | 0", no)),
    HandWorked.cases(.belowMean, "below the average of the last two months", of: "attacks", ("99 | 3 | 6 | 4", yes)),

    // Within a tenth of the mean, both ends included.
    HandWorked.cases(
        .nearMean, "close to the average of the last two months", ("80 | 120 | 110", yes), ("80 | 120 | 111", no), ("80 | 120 | 90", yes),
        ("80 | 120 | 89", no), (" | 100 | 100", open), ("100 | 100", open), ("80 | 120 | 90..110", yes), ("80 | 120 | 90..111", open),
        ("0 | 0 | 0", yes), ("0 | 0 | 1", no), ("0 | 0 | 0..3", open)),
    HandWorked.cases(.nearMean, "in line with the average of the last two months", of: "attacks", ("20 | 20 | 20", yes)),
].flatMap { $0 }
