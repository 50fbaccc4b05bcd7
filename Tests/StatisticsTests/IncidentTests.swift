import Diagnostics
import Statistics
import Testing

@Suite struct IncidentTests {
    private func read(_ texts: String...) -> (incidents: [Incident], messages: String) {
        var diagnostics = Messages()
        let files = texts.enumerated().map { SourceFile(path: $0 == 0 ? "data/incidents.csv" : "data/more.csv", text: $1) }
        let incidents = Incident.read(files, provinces: names, diagnostics: &diagnostics)
        return (incidents, diagnostics.inReadingOrder.map(\.formatted).joined(separator: "\n"))
    }

    @Test func readsPublishedRows() throws {
        let (incidents, messages) = read(
            """
            date,province,place,latitude,longitude,precision_km,kind,killed,wounded,captured,claimed,high_quality,note
            2024-01-02,Deir ez-Zor,Tabni,35.61,39.82,5,capture,,,,yes,yes,"telecom post seized, responders hit by IED"
            2024-01-04,Homs,southeast of Palmyra,34.48,38.4,15,raid,1,,1,no,no,shepherd killed; boy taken
            ,Aleppo,south Aleppo,,,,ambush,>=1,~3,,no,,

            """)
        #expect(messages == "")
        #expect(incidents.count == 3)
        let first = try #require(incidents.first)
        #expect(first.date == Day("2024-01-02") && first.date?.month == month("2024-01"))
        #expect(first.province == "Deir Ez Zor" && first.place == "Tabni" && first.kind == "capture")
        #expect(first.coordinates?.latitude == 35.61 && first.coordinates?.longitude == 39.82 && first.coordinates?.precision == 5)
        #expect(first.killed == .unknown && first.isClaimed == true && first.isHighQuality == true)
        #expect(first.note == "telecom post seized, responders hit by IED")
        #expect(first.source.line == 2)
        #expect(first.text(of: "province")?.value == "Deir Ez Zor" && first.text(of: "province")?.span.text == "Deir ez-Zor")
        #expect(first.text(of: "kind")?.span.place == "data/incidents.csv:2:44")
        #expect(first.text(of: "weather") == nil)
        #expect(incidents[1].killed.cell == "1" && incidents[1].isClaimed == false && incidents[1].captured.cell == "1")
        let last = incidents[2]
        #expect(last.date == nil && last.coordinates == nil && last.isHighQuality == nil && last.note == nil)
        #expect(last.killed.cell == ">=1" && last.wounded.cell == "~3" && last.captured == .unknown)
    }

    @Test func keepsOtherColumnsAndSeveralFiles() {
        let (incidents, messages) = read("date,province,source\n2023-01-07,Raqqa,SOHR\n", "province,date\nHama,2023-02-27\n,\n")
        #expect(messages == "")
        #expect(incidents.map(\.province) == ["Raqqa", "Hama"])
        #expect(incidents[0].columns == ["date", "province", "source"])
        #expect(incidents[0].text(of: "source")?.value == "SOHR")
        #expect(incidents[1].text(of: "source") == nil && incidents[1].coordinates == nil && incidents[1].killed == .unknown)
    }

    @Test func reportsEveryWrongCell() {
        let (incidents, messages) = read(
            """
            date,province,latitude,longitude,precision_km,killed,claimed
            2023-02-29,Homs,95,38,-1,lots,Yes
            2023-02-28,Hom,34,,5,-2,no
            2023-02-28,Total,,,,,
            2023-02-28,,,,,,
            """)
        #expect(
            messages == """
                data/incidents.csv:2:1: error: "2023-02-29" is no date
                  2 | 2023-02-29,Homs,95,38,-1,lots,Yes
                    | ^^^^^^^^^^
                  hint: a date is "2024-01-15", a month "2024-01" where the day is unknown, or an empty cell
                data/incidents.csv:2:17: error: "95" is not a latitude in degrees
                  2 | 2023-02-29,Homs,95,38,-1,lots,Yes
                    |                 ^^
                  hint: a number from -90 to 90: 34.56
                data/incidents.csv:2:23: error: "-1" is not a precision in kilometres
                  2 | 2023-02-29,Homs,95,38,-1,lots,Yes
                    |                       ^^
                  hint: a number from 0 to 20040: 34.56
                data/incidents.csv:2:26: error: "lots" is no quantity
                  2 | 2023-02-29,Homs,95,38,-1,lots,Yes
                    |                          ^^^^
                  hint: a quantity is 33, >=33 (at least), <=24 (at most), 10..16 (a range), ~40 (an estimate), or an empty cell (unknown)
                data/incidents.csv:2:31: error: "Yes" is neither "yes" nor "no"
                  2 | 2023-02-29,Homs,95,38,-1,lots,Yes
                    |                               ^^^
                  hint: write "yes", "no", or nothing where it is unknown
                data/incidents.csv:3:12: error: no province is called "Hom"
                  3 | 2023-02-28,Hom,34,,5,-2,no
                    |            ^^^
                  hint: did you mean "Homs"? Another spelling of it is listed under "aliases" in report.yaml
                data/incidents.csv:3:16: error: a latitude without a longitude
                  3 | 2023-02-28,Hom,34,,5,-2,no
                    |                ^^
                  hint: give both, or neither where the place cannot be put on a map
                data/incidents.csv:3:22: error: "-2" is fewer than none
                  3 | 2023-02-28,Hom,34,,5,-2,no
                    |                      ^^
                data/incidents.csv:4:12: error: "Total" is the total, and no province of an incident
                  4 | 2023-02-28,Total,,,,,
                    |            ^^^^^
                data/incidents.csv:5:12: error: the incident has no province
                  5 | 2023-02-28,,,,,,
                    |            ^
                  hint: an incident without one cannot be counted or mapped
                """)
        #expect(incidents.map(\.province) == ["Homs"])
        #expect(incidents.first?.date == nil && incidents.first?.coordinates == nil)
    }

    @Test func reportsMissingColumns() {
        #expect(
            read("Date,place\n2024-01-01,Tabni\n").messages == """
                data/incidents.csv:1:1: error: the column "date" is missing
                  1 | Date,place
                    | ^^^^
                  hint: did you mean "date" by "Date"?
                data/incidents.csv:1:1: error: the column "province" is missing
                  1 | Date,place
                    | ^^^^^^^^^^
                  hint: a table of incidents has a date (2024-01-15, or empty) and a province in each row
                """)
    }

    @Test(arguments: [("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false), ("2000-02-29", true), ("2024-04-31", false)])
    func knowsTheCalendar(text: String, isDay: Bool) {
        #expect((Day(text) != nil) == isDay)
    }

    @Test func ordersAndWritesDays() throws {
        let days = try ["2023-12-31", "2024-01-01", "2024-01-15"].map { try #require(Day($0)) }
        #expect(days == days.reversed().sorted())
        #expect(days.map(\.description) == ["2023-12-31", "2024-01-01", "2024-01-15"])
        #expect(["2024-1-01", "2024-01-1", "2024-01-00", "2024-01-1a", "2024/01/01", ""].allSatisfy { Day($0) == nil })
    }
}
