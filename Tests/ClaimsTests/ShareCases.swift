import Claims

/// A province in the total, a part of a whole, a percentage.
let shareCases: [HandWorked] = [
    HandWorked.cases(
        .share, "42 per cent", of: "killed@Homs", ("killed@Homs: 42; killed: 100", yes), ("killed@Homs: 424; killed: 1000", yes),
        ("killed@Homs: 426; killed: 1000", no), ("killed@Homs: 415; killed: 1000", yes), ("killed@Homs: 414; killed: 1000", no),
        ("killed@Homs: 42 | ; killed: 100 | 100", open), ("killed@Homs: 42 | 42; killed: 100 | ", open),
        ("killed@Homs: 0; killed: 0", open), ("killed@Homs: 40..44; killed: 100", open)),
    HandWorked.cases(.share, "42%", of: "attacks@Homs", ("attacks@Homs: 14; attacks: 33", yes)),
    HandWorked.cases(.share, "42.4%", of: "killed@Homs", ("killed@Homs: 424; killed: 1000", yes), ("killed@Homs: 425; killed: 1000", no)),
    HandWorked.cases(.share, "42%", of: "rate", ("rate: 42.4", yes), ("rate: 43", no), ("rate: ", open)),
    // 30.83 to 35.83 per cent.
    HandWorked.cases(
        .share, "a third", of: "killed@Homs", ("killed@Homs: 309; killed: 1000", yes), ("killed@Homs: 308; killed: 1000", no),
        ("killed@Homs: 358; killed: 1000", yes), ("killed@Homs: 359; killed: 1000", no)),
    HandWorked.cases(
        .share, "more than half", of: "share(killed@Homs, killed)", ("killed@Homs: 51; killed: 100", yes),
        ("killed@Homs: 50; killed: 100", no), ("killed@Homs: >=60; killed: 100", yes), ("killed@Homs: >=40; killed: 100", open),
        ("killed@Homs: 40; killed: >=100", no)),
    HandWorked.cases(
        .share, "nearly half", of: "killed@Homs", ("killed@Homs: 45; killed: 100", yes), ("killed@Homs: 44; killed: 100", no),
        ("killed@Homs: 50; killed: 100", no)),
    HandWorked.cases(
        .share, "just over half", of: "killed@Homs", ("killed@Homs: 55; killed: 100", yes), ("killed@Homs: 56; killed: 100", no),
        ("killed@Homs: 50; killed: 100", no)),
    HandWorked.cases(
        .share, "about half", of: "killed@Homs", ("killed@Homs: 55; killed: 100", yes), ("killed@Homs: 56; killed: 100", no),
        ("killed@Homs: 45; killed: 100", yes), ("killed@Homs: 44; killed: 100", no)),
    HandWorked.cases(.share, "accounted for two-thirds of the total", of: "killed@Homs", ("killed@Homs: 67; killed: 100", yes)),
    HandWorked.cases(.share, "nine out of ten", of: "killed@Homs", ("killed@Homs: 90; killed: 100", yes)),
    HandWorked.cases(.share, "two in five", of: "killed@Homs", ("killed@Homs: 40; killed: 100", yes)),

    HandWorked.cases(
        .majority, "most", of: "killed@Homs", ("killed@Homs: 51; killed: 100", yes), ("killed@Homs: 50; killed: 100", no),
        ("killed@Homs: ; killed: 100", open), ("killed@Homs: >=51; killed: 100", yes), ("killed@Homs: >=10; killed: 100", open),
        ("killed@Homs: 40..60; killed: 100", open), ("killed@Homs: 60; killed: ", open), ("killed@Homs: <=50; killed: 100", no)),
    HandWorked.cases(.majority, "a majority of them", of: "attacks@Homs", ("attacks@Homs: 17; attacks: 33", yes)),
    HandWorked.cases(.majority, "accounted for most of the total", of: "killed@Homs", ("killed@Homs: 0; killed: 7", no)),

    HandWorked.cases(
        .all, "all", of: "killed@Homs", ("killed@Homs: 33; killed: 33", yes), ("killed@Homs: 32; killed: 33", no),
        ("killed@Homs: 0; killed: 0", open), ("killed@Homs: ; killed: 33", open), ("killed@Homs: >=33; killed: 33", yes),
        ("killed@Homs: 30..33; killed: 33", open), ("killed@Homs: 30..32; killed: 33", no), ("killed@Homs: 33; killed: >=33", open),
        ("killed@Homs: 20; killed: >=33", no)),
    HandWorked.cases(.all, "every one of them", of: "attacks@Homs", ("attacks@Homs: 14; attacks: 14", yes)),
].flatMap { $0 }
