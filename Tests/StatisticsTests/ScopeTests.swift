import Statistics
import Testing

/// Which provinces a measure is about where a table is made of several files.
@Suite struct ScopeTests {
    @Test func aSingleFileIsAboutAllOfItsProvinces() {
        let (table, messages) = readTable("month,province,attacks,killed\n2024-01,Homs,5,\n2024-01,Hama,,2\n", measures: [attacks, killed])
        #expect(messages.isEmpty)
        for province in ["Homs", "Hama", "Raqqa"] { #expect(table.isAbout(province, attacks) && table.isAbout(province, killed)) }
    }

    @Test func anotherFileMayBeAboutOthers() {
        let (table, messages) = readTable(
            "month,province,attacks\n2024-01,Homs,5\n2024-01,Hama,\n", "month,province,measure,value\n2024-01,Hama,killed,2\n2024-02,Aleppo,killed,3\n",
            measures: [attacks, killed])
        #expect(messages.isEmpty)
        #expect(["Homs", "Hama", "Aleppo"].map { table.isAbout($0, attacks) } == [true, true, false])
        #expect(["Homs", "Hama", "Aleppo"].map { table.isAbout($0, killed) } == [false, true, true])
        // Of one that no file has nothing is known: it is not left out.
        #expect(table.isAbout("Raqqa", attacks) && table.isAbout("Raqqa", killed))
    }

    @Test func knowsWhichMonthsItHas() {
        let (table, _) = readTable("month,province,attacks\n2024-01,Homs,5\n2024-03,Homs,\n")
        #expect(["2023-12", "2024-01", "2024-02", "2024-03", "2024-04"].map { table.hasRows(in: month($0)) } == [false, true, false, true, false])
    }
}
