import Claims

/// Numbers as they stand, and those that a word makes less exact.
let numberCases: [HandWorked] = [
    HandWorked.cases(
        .number, "33", ("14 | 33", yes), ("14 | 34", no), ("33 | ", open), (">=33", open), (">=34", no), ("30..40", open), ("10..16", no),
        ("<=32", no), ("<=33", open), ("~33", open), ("33.4", yes), ("33.6", no)),
    HandWorked.cases(.number, "33", of: "attacks", ("14 | 33", yes), ("14 | 32", no), ("14 | ", open)),
    HandWorked.cases(.number, "33 attacks", of: "attacks", ("33", yes)),
    HandWorked.cases(.number, "33", of: "killed[-1]", ("33 | 5", yes), ("5", open)),
    HandWorked.cases(.number, "12.5", ("12.46", yes), ("12.44", no)),
    HandWorked.cases(.number, "1.2 million", ("1204000", yes), ("1260000", no)),
    HandWorked.cases(.number, "zero", ("0", yes), ("", open), ("1", no)),

    // Within a tenth of the number, both ends included.
    HandWorked.cases(
        .about, "about 50", ("45", yes), ("44", no), ("55", yes), ("56", no), ("", open), ("45..55", yes), ("44..50", open), (">=45", open),
        (">=56", no), ("~50", yes), ("~40", no), ("~45", open)),
    HandWorked.cases(.about, "some 50", of: "attacks", ("52", yes), ("0", no)),

    // Below, and by no more than a tenth.
    HandWorked.cases(
        .nearly, "nearly 50", ("49", yes), ("50", no), ("51", no), ("45", yes), ("44", no), ("45..49", yes), ("45..50", open), ("", open),
        (">=50", no), ("<=44", no)),
    HandWorked.cases(.nearly, "just under 50", of: "attacks", ("48", yes)),

    // Above, and by no more than a tenth.
    HandWorked.cases(
        .justOver, "just over 30", ("31", yes), ("30", no), ("29", no), ("33", yes), ("34", no), ("31..33", yes), ("30..33", open), ("", open),
        (">=31", open), (">=34", no)),
    HandWorked.cases(.justOver, "slightly more than 30", of: "attacks", ("32", yes)),

    HandWorked.cases(
        .between, "between 30 and 35", ("30", yes), ("35", yes), ("29", no), ("36", no), ("30..35", yes), ("29..31", open), (">=30", open),
        (">=36", no), ("<=35", open), ("~33", open), ("", open)),
    HandWorked.cases(.between, "30 to 35", of: "attacks", ("33", yes)),
    HandWorked.cases(.between, "30–35", ("33", yes), ("3", no)),

    // Unknown is never zero.
    HandWorked.cases(
        .none, "none", ("5 | 0", yes), ("0 | 1", no), ("0 | ", open), (">=0", open), (">=1", no), ("0..2", open), ("1..2", no), ("<=5", open)),
    HandWorked.cases(.none, "no attacks", of: "attacks", ("0", yes), ("2", no)),
    HandWorked.cases(.none, "nobody", ("0", yes)),
].flatMap { $0 }

/// Numbers that bound a figure: these go by what a figure means, so that a recorded 33 of minimums is 33 or more.
let boundCases: [HandWorked] = [
    HandWorked.cases(.atLeast, "at least 33", of: "attacks", ("33", yes), ("34", yes), ("32", open), ("", open), ("30..32", no)),
    HandWorked.cases(
        .atLeast, "at least 33", ("33", yes), ("32", no), (">=33", yes), (">=32", open), ("", open), ("33..40", yes), ("30..33", open),
        ("<=32", no), ("<=33", open), ("~40", yes), ("~35", open)),
    HandWorked.cases(.atLeast, "33 or more", ("50", yes), ("5", no)),
    HandWorked.cases(.atLeast, "no fewer than 33", ("33", yes)),

    HandWorked.cases(.atMost, "no more than three", of: "attacks", ("3", open), ("0", open), ("4", no)),
    HandWorked.cases(
        .atMost, "no more than three", ("3", yes), ("4", no), ("<=3", yes), ("<=4", open), (">=3", open), (">=4", no), ("1..3", yes),
        ("", open), ("0", yes)),
    HandWorked.cases(.atMost, "three or fewer", ("2", yes)),

    HandWorked.cases(.moreThan, "more than 30", of: "attacks", ("31", yes), ("30", open), ("12", open), ("", open)),
    HandWorked.cases(
        .moreThan, "more than 30", ("31", yes), ("30", no), (">=31", yes), (">=30", open), ("30..40", open), ("31..40", yes), ("20..30", no),
        ("", open), ("<=30", no)),
    HandWorked.cases(.moreThan, "over 30 people", ("33", yes)),

    HandWorked.cases(.fewerThan, "fewer than ten", of: "attacks", ("9", open), ("0", open), ("10", no)),
    HandWorked.cases(
        .fewerThan, "fewer than ten", ("9", yes), ("10", no), ("<=9", yes), ("<=10", open), (">=10", no), (">=9", open), ("8..9", yes),
        ("9..10", open), ("", open)),
    HandWorked.cases(.fewerThan, "below ten", ("0", yes)),

    HandWorked.cases(.exactly, "exactly 33", of: "attacks", ("33", open), ("34", no), ("32", open), ("", open)),
    HandWorked.cases(
        .exactly, "exactly 33", ("33", yes), ("34", no), ("33.4", no), (">=33", open), (">=34", no), ("33..34", open), ("", open),
        ("<=32", no), ("~33", open)),
    HandWorked.cases(.exactly, "precisely 33", ("33", yes)),
].flatMap { $0 }
