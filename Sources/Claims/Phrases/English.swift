import Figures
extension Phrasebook {
    package static let english = Phrasebook(
        language: "en",
        forms: [
            Form(
                sort: .number,
                patterns: ["(<came to>) {n} ({noun}) ([a|per] month)"],
                rule: "the recorded figure is this number, as far as it is written out: 12.5 may be 12.46, 1.2 million may be 1,204,000",
                example: "[33](=attacks)"),
            Form(
                sort: .atLeast,
                patterns: ["<at least> {n} ({noun})", "{n} ({noun}) or more"],
                rule: "the figure cannot be less; of a measure of minimums the recorded figure is one",
                example: "[at least 33](=attacks)"),
            Form(
                sort: .atMost,
                patterns: ["<at most> {n} ({noun})", "{n} ({noun}) or [fewer|less]"],
                rule: "the figure cannot be more; a minimum cannot bear this out",
                example: "[no more than three](=claimed[2023-08])"),
            Form(
                sort: .moreThan, patterns: ["<more than> {n} ({noun})"],
                rule: "the figure is above this number", example: "[more than 30](=attacks)"),
            Form(
                sort: .fewerThan, patterns: ["<less than> {n} ({noun})"],
                rule: "the figure is below this number; a minimum cannot bear this out",
                example: "[fewer than ten](=claimed)"),
            Form(
                sort: .exactly, patterns: ["[exactly|precisely] {n} ({noun})"],
                rule: "the figure is this number and no other; a minimum cannot bear this out",
                example: "[exactly seven](=claimed)"),
            Form(
                sort: .about, patterns: ["<about> {n} ({noun})"],
                rule: "the recorded figure is within 10 per cent of this number (`about`)", example: "[about 50](=wounded)"),
            Form(
                sort: .nearly, patterns: ["<nearly> {n} ({noun})"],
                rule: "the recorded figure is below this number by no more than 10 per cent of it (`near`)",
                example: "[nearly 50](=wounded)"),
            Form(
                sort: .justOver, patterns: ["<just over> {n} ({noun})"],
                rule: "the recorded figure is above this number by no more than 10 per cent of it (`near`)",
                example: "[just over 30](=attacks)"),
            Form(
                sort: .between, patterns: ["between {n} and {n} ({noun})", "{n} [to|–|-] {n} ({noun})"],
                rule: "the recorded figure is neither below the first number nor above the second",
                example: "[between 30 and 35](=attacks)"),
            Form(
                sort: .none, patterns: ["no ({noun})", "[none|nobody|no one] (<of the whole>)", "not a single {noun}"],
                rule: "the recorded figure is zero", example: "[no claims](=claimed[2023-10])"),

            Form(
                sort: .share, patterns: ["(<made up>) (<bound>) {share} (<of the whole>)"],
                rule: """
                    the share is this, of `share(part, whole)` or of a province in the total: a percentage to its last digit, \
                    a fraction to 2.5 points (`fraction`), “about” to 5 points (half of `about`), “nearly” and “just over” up to 5 points (half of \
                    `near`), and each to no more than 10 per cent of what is said
                    """,
                example: "[42 per cent](=attacks@Homs)"),
            Form(
                sort: .majority, patterns: ["(<made up>) [most|a majority|the majority] (<of the whole>)"],
                rule: "the share is more than half", example: "[most](=share(killed_security, killed_security + killed_civilians))"),
            Form(
                sort: .all, patterns: ["(<made up>) [all|every one|everyone] (<of the whole>)"],
                rule: "the share is the whole", example: "[all](=share(attacks, attacks))"),

            Form(
                sort: .rise, patterns: ["<rose> (<base>)", "[more|higher] ({noun}) <base>"],
                rule: "the recorded figure is above that of the month before, or of the month that is named",
                example: "[rose](=attacks)"),
            Form(
                sort: .fall, patterns: ["<fell> (<base>)", "[fewer|less|lower] ({noun}) <base>"],
                rule: "the recorded figure is below that of the month before, or of the month that is named",
                example: "[fell](=killed_civilians)"),
            Form(
                sort: .unchanged,
                patterns: [
                    "[unchanged|did not change|no change|stayed the same|remained the same|remained unchanged|was unchanged|were unchanged] (<base>)",
                    "[as many|the same|the same number] ({noun}) (<base>)",
                ],
                rule: "the recorded figure is that of the month before, or of the month that is named",
                example: "[unchanged](=attacks@Aleppo)"),
            Form(
                sort: .steady,
                patterns: ["([remained|held|stayed|was|were|kept]) (broadly) [steady|stable|flat|little changed] (<base>)", "([remained|were|was]) [barely|hardly] changed (<base>)", "([remained|were|was]) [largely|broadly|almost] unchanged (<base>)", "[about|roughly|broadly|much] the same ({noun}) (<base>)"],
                rule: "the recorded figure is within 5 per cent of that of the month before, or of the month that is named (`steady`)",
                example: "[remained steady](=attacks@Aleppo)"),
            Form(
                sort: .changeTo, patterns: [
                    "[<rose> #rise|<fell> #fall] to (<bound>) {n} ({noun}) (<base>)",
                    "[<rose> #rise [above|over] #moreThan|<fell> #fall [below|under] #fewerThan] {n} ({noun}) (<base>)",
                ],
                rule: "a rise or a fall, and the figure is this number", example: "[rose to 33](=attacks)"),
            Form(
                sort: .changeFrom,
                patterns: ["[<rose> #rise|<fell> #fall] from {n} ({noun}) (<when>)", "[against|compared with|compared to|after] {n} ({noun}) (<when>)"],
                rule: "a rise or a fall where it is called one, and the figure of the month before, or of the month that is named, is this number",
                example: "[up from 14 in December](=attacks)"),
            Form(
                sort: .changeFromTo,
                patterns: [
                    "(<rose> #rise|<fell> #fall|went|moved|changed) from {n} ({noun}) (<when>) to {n} ({noun}) (in {own})",
                    "[<rose> #rise|<fell> #fall] to {n} ({noun}) from {n} #backwards ({noun}) (<when>)",
                ],
                rule: "the figure of the month before, or of the month that is named, is the first number and this month’s the second",
                example: "[from five to 14](=attacks@Homs)"),
            Form(
                sort: .difference,
                patterns: [
                    "[<rose> #rise|<fell> #fall] <by> {n} ({noun}) (<base>)", "(<bound>) {n} ({noun}) [more #rise|fewer #fall|less #fall] ({noun}) (<base>)",
                    "[<a rise> #rise|<a fall> #fall] of (<bound>) {n} ({noun}) (<base>)",
                    "(<bound>) {n} [additional|more] #rise ({noun}) (<base>)", "(<bound>) {n} ({noun}) [up #rise|down #fall] (<base>)",
                    "(<bound>) {n} [more #rise|fewer #fall] ({noun}) than (in) {province}",
                ],
                rule: "the recorded figures differ by this number, as far as it is written out", example: "[19 more than in December](=attacks)"),
            Form(
                sort: .relativeChange,
                patterns: [
                    "[<rose> #rise|<fell> #fall] <by> {share} (<base>)",
                    "(<bound>) {share} [more #rise|higher #rise|fewer #fall|less #fall|lower #fall] ({noun}) (<base>)",
                    "[<a rise> #rise|<a fall> #fall] of (<bound>) {share} (<base>)", "(<bound>) {share} [up #rise|down #fall] (<base>)",
                    "(a) {share} [<a rise> #rise|<a fall> #fall] (<base>)",
                ],
                rule: "the difference is this share of the earlier figure: a percentage to its last digit, a fraction to 2.5 points (`fraction`)",
                example: "[rose by 136 per cent](=attacks)"),
            Form(
                sort: .multiple,
                patterns: [
                    "(<bound>) {multiple} (<as many>) (<base>)", "(<bound>) {n} times (<as many>) (<base>)",
                    "(<bound>) [{multiple}|{n} times] <as many> (as) in {month}",
                    "<rose> {multiple} (<base>)", "(a) {multiple} [rise|increase] (<base>)",
                    "(<bound>) [{multiple}|{n} times] as [many|much|high] ({noun}) as (in) {province}",
                    "(<bound>) [{multiple}|{n} times] {month} ([number|figure|total|level])",
                ],
                rule: "the figure is so many times the earlier one, to 2.5 per cent (`multiple`): “doubled” is 1.95 to 2.05 times; “more than” is above it, “nearly” down to 10 per cent below (`near`)",
                example: "[more than doubled](=attacks)"),
            Form(
                sort: .divided, patterns: ["(<bound>) {divisor} (<base>)"],
                rule: "the earlier figure is so many times this one, to 2.5 per cent (`multiple`); “more than halved” is less than half",
                example: "[more than halved](=killed_civilians)"),

            Form(
                sort: .most,
                patterns: [
                    "<most> ({noun}) <reach>", "<most known> <reach>", "<most known> #record", "more ({noun}) than in any (other) month <reach> #other", "more ({noun}) than in any other month #record",
                    "([hit|hitting|reached|reaching|set|setting]) [a record (high)|(a) record highs|record high|a new record|a new high|an all-time high] #record",
                ],
                rule: """
                    every month between has fewer, and the month after “since” (or one of the year) as many or more; \
                    “in three years” is the 36 months up to this one; “on record” is every other month of the table up to that of the brief
                    """,
                example: "[the most since April 2023](=attacks)"),
            Form(
                sort: .least,
                patterns: [
                    "<least> ({noun}) <reach>", "<least known> <reach>", "<least known> #record", "fewer ({noun}) than in any (other) month <reach> #other", "fewer ({noun}) than in any other month #record",
                    "([hit|hitting|reached|reaching|set|setting]) [a record low|record low|a new low|an all-time low] #record",
                ],
                rule: "every month between has more, and the month after “since” as few or fewer",
                example: "[the lowest since October 2023](=killed_civilians)"),
            Form(
                sort: .jointMost, patterns: ["the joint [<most>|<least> #least] ({noun}) <reach>"],
                rule: "no month between has more (or less), and one has as many", example: "[the joint lowest since September 2022](=claimed[2023-09])"),
            Form(
                sort: .nthMost, patterns: ["(the) {ordinal} [<most>|<least> #least] ({noun}) <reach>"],
                rule: "so many months of those reached have more (or less) and none as many, the month after “since” counted in",
                example: "[the second highest since April 2023](=attacks)"),
            Form(
                sort: .first, patterns: ["the first ({noun}) <reach>", "for the first time <reach>"],
                rule: "every month between has zero, this one has not, nor has the month after “since”",
                example: "[the first since August 2023](=claimed[2023-11])"),
            Form(
                sort: .onlyBehindMonth, patterns: ["[second only to|behind only] {month} (<reach>)"],
                rule: "of the months on record, or of those reached, the one that is named has more, and no other as many",
                example: "[second only to January 2021](=attacks[2020-08])"),

            Form(
                sort: .run,
                patterns: [
                    "(<direction>) (for) <the> {ordinal} <month in a row>", "(for) <the> {ordinal} <month in a row> <without>",
                    "<without> for <the> {ordinal} <month in a row>", "<the> {ordinal} <consecutive> (monthly) [<a rise> #rise|<a fall> #fall]",
                    "<the> {ordinal} (monthly) [<a rise> #rise|<a fall> #fall] <in a row>",
                ],
                rule: "each of so many changes up to this month is a rise (or a fall, as the last one where it is not said; or each month is zero), and the one before is not",
                example: "[rose for the second month in a row](=claimed[2023-08])"),
            Form(
                sort: .runOfMonths,
                patterns: ["(<direction>) (for) {n} <months in a row>", "(for) {n} <months in a row> <without>", "<without> for {n} <months in a row>"],
                rule: "the same, whatever came before", example: "[fell for three months in a row](=killed_civilians[2023-06])"),

            Form(
                sort: .mostOfProvinces,
                patterns: ["<most> ({noun}) <of any province>", "more ({noun}) than (in) any other <province>"],
                rule: "every other province has fewer", example: "[the most of any province](=attacks@Homs)"),
            Form(
                sort: .leastOfProvinces,
                patterns: ["<least> ({noun}) <of any province>", "fewer ({noun}) than (in) any other <province>"],
                rule: "every other province has more", example: "[the fewest of any province](=attacks@Aleppo)"),
            Form(
                sort: .nthOfProvinces, patterns: ["(the) {ordinal} [<most>|<least> #least] ({noun}) <of any province>"],
                rule: "so many provinces have more (or less), and none as many", example: "[the second highest of any province](=attacks@\"Deir Ez Zor\")"),
            Form(
                sort: .onlyBehindProvince, patterns: ["[second only to|behind only] {province}"],
                rule: "that province has more, and no other as many", example: "[second only to Homs](=attacks@\"Deir Ez Zor\")"),
            Form(
                sort: .againstProvince,
                patterns: ["[more #rise|fewer #fall|less #fall|as many #same] ({noun}) [than|as] (in) {province}", "[ahead of #rise|behind #fall|level with #same] {province}"],
                rule: "the recorded figures of the two provinces compare so", example: "[as many as in Raqqa](=attacks@Hama)"),

            Form(
                sort: .aboveMean, patterns: ["[above|higher than|more than|over] <the mean>"],
                rule: "the recorded figure is above the mean of the months that are named; “the last twelve months” end with the month before this one",
                example: "[above the average of the last three months](=claimed)"),
            Form(
                sort: .belowMean, patterns: ["[below|lower than|less than|fewer than|under] <the mean>"],
                rule: "the recorded figure is below that mean", example: "[below the average of 2023](=claimed[2023-12])"),
            Form(
                sort: .nearMean, patterns: ["[in line with|close to|near|about|around] <the mean>"],
                rule: "the recorded figure is within 10 per cent of that mean (`about`)",
                example: "[close to the average of the last two months](=claimed[2023-12])"),
        ],
        parts: [
            "at least": ["at least", "no fewer than", "no less than", "not fewer than", "not less than", "a minimum of"],
            "at most": ["at most", "no more than", "not more than", "a maximum of"],
            "more than": ["more than", "(well) over", "above", "upwards of"],
            "less than": ["fewer than", "less than", "under", "below"],
            "about": ["about", "around", "some", "roughly", "approximately"],
            "nearly": ["nearly", "almost", "close to", "just [under|below|short of]", "[slightly|a little] [under|less than|fewer than]"],
            "just over": ["just over", "[slightly|a little] [over|more than]"],
            "bound": [
                "<at least> #atLeast", "<at most> #atMost", "<more than> #moreThan", "<less than> #fewerThan", "<about> #about",
                "<nearly> #nearly", "<just over> #justOver", "[exactly|precisely] #exactly",
            ],
            "by": [
                "(by)", "by <bound>", "[at least #atLeast|more than #moreThan|less than #fewerThan]", "[about|roughly|some] #about",
                "[nearly|almost|just under] #nearly", "just over #justOver",
            ],
            "came to": [
                "reached", "totalled", "totaled", "numbered", "stood at", "was", "were", "only", "just", "a total of", "an average of", "a mean of",
            ],
            "made up": ["[accounted|accounts|accounting|account] for", "made up", "makes up", "make up", "was", "were", "is", "are"],
            "of the whole": [
                "of (all) [them|these|those|it]", "of [the whole|the total]", "of (all) (the) {noun}", "(all) the {noun}", "of [the month’s|all] [total|{noun}]",
                "of the month’s total",
            ],
            "rose": [
                "rose", "increased", "climbed", "grew", "went up", "[was|were|is|are] up", "up", "[has|have|had] [risen|increased|grown]",
                "rising", "increasing", "growing", "[was|were] higher", "jumped", "surged", "soared",
            ],
            "fell": [
                "fell", "dropped", "decreased", "declined", "went down", "[was|were|is|are] down", "down", "dipped",
                "[has|have|had] [fallen|dropped|decreased|declined]", "falling", "decreasing", "dropping", "[was|were] lower", "slipped", "plunged", "tumbled",
            ],
            "a rise": ["(a) rise", "(an) increase"],
            "a fall": ["(a) fall", "(a) drop", "(a) decrease", "(a) decline"],
            "direction": ["<rose> #rise", "<fell> #fall"],
            "base": [
                "(in {own}) [from|since|on|over|against|compared with|compared to|than in|than|as in|as] [{month}|{year}]", "in {own}",
                "[month on month|month-on-month]", "[year on year|year-on-year|in a year|over a year|on the year] #year",
            ],
            "when": ["(in) {month}"],
            "as many": ["[as many|as much|as high|that|those] ({noun}) (of|for)", "the [number|figure|total] (of) ({noun}) (of|for)"],
            "most": [
                "(the|its|their) [most|greatest|highest|largest|biggest|worst]",
                "(the|its|their) [greatest|highest|largest|biggest] (monthly) [number|figure|total|count|level|toll|value] (of)",
            ],
            "least": [
                "(the|its|their) [fewest|lowest|smallest|least]", "(the|its|their) [lowest|smallest|fewest] (monthly) [number|figure|total|count|level|toll|value] (of)",
            ],
            "most known": ["(the) [most|greatest|highest|largest|biggest] known ([number|figure|total|count|toll|value]) ({noun}) #qualified"],
            "least known": ["(the) [fewest|lowest|smallest|least] known ([number|figure|total|count|toll|value]) ({noun}) #qualified"],
            "reach": [
                "(in [a|any] (single) month) since [{month}|{year}]", "in {span}", "in the [last|past|previous] {span}", "of the [last|past|previous] {span}",
                "[this year|of the year|of the year so far|so far this year] #thisYear", "(of any month) [in|of] {year} #inYear",
                "[on record|ever|ever recorded|since records began|of any month|of all months|in the series] #record",
                "of the months on record #record #qualified",
            ],
            "in a row": ["in a row", "running", "in succession", "on end"], "the": ["[the|a]"],
            "consecutive": ["[consecutive|successive|straight]"],
            "month in a row": ["(<consecutive>) month <in a row>", "<consecutive> month"],
            "months in a row": ["(<consecutive>) months <in a row>", "<consecutive> months"],
            "without": ["(with) no ({noun}) #zero", "without ([a|an|any]) ({noun}) #zero"],
            "province": ["[province|governorate|region|state|district|county|area]"],
            "of any province": [
                "of [any|all|the|all the] [province|governorate|region|state|district|county|area|provinces|governorates|regions|states|districts|counties|areas]"
            ],
            "the mean": [
                "(the|its) (monthly) [average|mean] [of|over|for|in] the [last|previous|past|preceding] {span}",
                "(the|its) (monthly) [average|mean] [of|over|for|in] {year}", "(the|its) (monthly) [average|mean] since {month}",
                "(the|its) {span} [average|mean]",
            ],
        ],
        qualifiers: [
            "among the months on record", "among the months that are known", "among the months with a known figure",
            "among the months with a figure", "among the months with a published total", "among the months with a published figure",
            "among the months known", "among the provinces that are known", "among the provinces with a figure", "as far as is known",
            "as far as known", "on the figures that are known", "on the published figures",
        ],
        qualifier: "among the months on record",
        words: Words(
            numbers: Dictionary(
                uniqueKeysWithValues: englishCounts.enumerated().map { ($1, Double($0)) } + englishTens),
            scales: ["dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000],
            numberJoins: ["and"], dateJoins: ["and", "to", "or", "–", "until"], articles: ["a", "an", "one"],
            ordinals: Dictionary(uniqueKeysWithValues: englishOrdinals.enumerated().map { ($1, $0 + 1) }),
            ordinalEndings: ["st", "nd", "rd", "th"],
            fractions: [
                "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
                "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
            ],
            ratioJoins: [(["in"], 1_000), (["out", "of"], 10), (["of", "every"], 1_000)], incidents: ["incident", "incidents"], percents: [["%"], ["per", "cent"], ["percent"]],
            multiples: [
                "doubled": 2, "double": 2, "twice": 2, "tripled": 3, "trebled": 3, "triple": 3, "quadrupled": 4, "quintupled": 5,
                "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "tenfold": 10,
            ],
            divisors: ["halved": 2], months: ["month", "months"], years: ["year", "years"],
            previousMonth: [["the", "month", "before"], ["the", "previous", "month"], ["last", "month"], ["a", "month", "earlier"], ["a", "month", "before"]],
            yearBefore: [
                ["a", "year", "earlier"], ["a", "year", "before"], ["a", "year", "ago"], ["the", "year", "before"], ["the", "previous", "year"],
                ["the", "same", "month", "last", "year"], ["the", "same", "month", "a", "year", "earlier"],
                ["the", "same", "month", "of", "the", "year", "before"],
            ],
            possessive: "’s", spelt: englishCounts),
        offers: Offers(
            atLeast: "at least %1", atMost: "at most %1", about: "about %1", range: "%1 to %2", percent: "%1%", rose: "rose", fell: "fell",
            unchanged: "unchanged", since: "%1 since %2", onYear: "%1 on a year earlier", roseBy: "rose by %1", fellBy: "fell by %1",
            multiples: [
                (5, "rose fivefold", "more than quintupled"), (4, "quadrupled", "more than quadrupled"), (3, "tripled", "more than tripled"),
                (2, "doubled", "more than doubled"),
            ],
            divisors: [(2, "halved", "more than halved")],
            fractions: [
                (0.5, "half"), (1 / 3, "a third"), (2 / 3, "two thirds"), (0.25, "a quarter"), (0.75, "three quarters"),
            ],
            majority: "most", mostSince: "the most since %1", leastSince: "the fewest since %1", firstSince: "the first since %1",
            record: "a record", recordLow: "a record low", mostKnown: "the most of the months on record",
            leastKnown: "the fewest of the months on record", onlyBehind: "second only to %1", roseInARow: "rose for the %1 month in a row",
            fellInARow: "fell for the %1 month in a row", zeroInARow: "the %1 month in a row without any",
            roseMonths: "rose for %1 months in a row", fellMonths: "fell for %1 months in a row", zeroMonths: "without any for %1 months in a row", ordinals: englishOrdinals,
            mostOfProvinces: "the most of any %1", leastOfProvinces: "the fewest of any %1",
            onlyBehindProvince: "second only to %1", nthOfProvinces: "the %1 most of any %2",
            aboveMean: "above the average of the last twelve months", belowMean: "below the average of the last twelve months",
            qualified: "%1 %2"),
        sentences: Sentences(
            were: "%1 in %2 were %3, at %4.", moved: "%1 in %2 %3, to %4.", plain: "%1 in %2: %3.",
            fromTo: "%1 in %2 %3, from %4 to %5.", accounted: "%1 accounted for %2 of %3, %4 of %5."))
}

private let englishCounts = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]

private let englishTens: [(String, Double)] = [
    ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
]

private let englishOrdinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
]
