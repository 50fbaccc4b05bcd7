import Figures
import Testing

/// Names in the order of the languages that they are of.
@Suite struct NameOrderTests {
    private func sorted(_ names: [String]) -> [String] { names.sorted { NameOrder($0) < NameOrder($1) } }

    /// Each list is in its order; it is found from the end back to the beginning.
    @Test(arguments: [
        ["alpha", "Äpfel", "Beta", "Delta", "Gamma", "Zeta"],
        ["cote", "coté", "côte", "Côte", "côté", "coter"],
        ["a", "A", "á", "Á", "à", "ä", "Ä", "ab", "z"],
        ["e", "é", "è", "ê", "ë", "f"],
        ["10", "2", "Area 1", "Area 10", "Area 2"],
        ["Deir", "Deir ez-Zor", "Deirut"],
        ["Lodz", "Łódź", "Lodze"],
        ["Aer", "Ær", "Aes", "œuvre", "of"],
        ["Strasse", "Straße", "Strassen"],
        ["São Paulo", "Sap", "Saratov"],
        ["Zürich", "Zurück", "Αθήνα", "Βόλος", "Ρόδος", "Ωρωπός", "Берлин", "Їжа", "Київ", "Москва"],
        ["ёлка", "ёлки", "ель", "жук"],
        ["إدلب", "الرقة", "حلب", "حماة", "حمص", "دمشق", "دير الزور", "يافا"],
        ["بغداد", "پاوه", "تهران", "گرگان", "لاهور", "یزد"],
        ["a-b", "ab", "abc"],
    ])
    func namesStandInTheOrderOfTheirAlphabets(_ names: [String]) {
        #expect(sorted(names.reversed()) == names)
        let wanted = names.map { NameOrder($0) }
        for (index, one) in wanted.enumerated() {
            for other in wanted[(index + 1)...] { #expect(one < other && !(other < one)) }
            #expect(!(one < one))
        }
    }

    /// However its marks are written.
    @Test func marksOfTheirOwnAreTheMarksOfLetters() {
        #expect(NameOrder("Zu\u{308}rich") < NameOrder("Zürichs") && NameOrder("Zurich") < NameOrder("Zu\u{308}rich"))
        #expect(sorted(["Zürich B", "Zu\u{308}rich A", "Zürich A", "Zu\u{308}rich B"]).map { $0.last } == ["A", "A", "B", "B"])
    }

    /// Any two names that differ have an order, the same from both sides.
    @Test func differentNamesAreNeverEqual() {
        let names = ["St. Louis", "St Louis", "StLouis", "st louis", "", " ", "½", "2", "٢", "❤", "漢字", "日本", "ئێران", "\u{200F}حمص", "حمص", "ﬁ"]
        for (index, one) in names.enumerated() {
            for (second, other) in names.enumerated() {
                #expect((NameOrder(one) < NameOrder(other)) != (NameOrder(other) < NameOrder(one)) || index == second, "\(one) and \(other)")
            }
        }
    }
}
