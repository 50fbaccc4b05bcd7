import Figures
import TestSupport
import Testing

@Suite struct SpreadingTests {
    @Test func whatDoesNotMeetStays() {
        #expect(spread([10, 30, 60], lengths: [10, 10, 10], within: 0...100) == [5, 25, 55])
    }

    @Test func whatMeetsIsMovedByAsMuchToBothSides() {
        #expect(spread([50, 50], lengths: [10, 10], within: 0...100) == [40, 50])
        #expect(spread([50, 50, 50], lengths: [10, 10, 10], within: 0...100) == [35, 45, 55])
        #expect(spread([40, 44, 90], lengths: [10, 10, 10], within: 0...100) == [32, 42, 85])
    }

    @Test func limitsAreKept() {
        #expect(spread([0, 0], lengths: [10, 10], within: 0...100) == [0, 10])
        #expect(spread([100, 100], lengths: [10, 10], within: 0...100) == [80, 90])
        #expect(spread([], lengths: [], within: 0...100).isEmpty)
    }

    @Test func whereThereIsNoRoomTheyBeginAtTheTop() {
        #expect(spread([5, 5, 5], lengths: [10, 10, 10], within: 0...20) == [0, 10, 20])
    }

    @Test(arguments: 0..<100) func nothingMeetsAndNothingLeaves(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...12, using: &random)
        let lengths = (0..<count).map { _ in Double.random(in: 1...20, using: &random) }
        let wanted = (0..<count).map { _ in Double.random(in: -20...320, using: &random) }.sorted()
        let starts = spread(wanted, lengths: lengths, within: 0...300)
        #expect(starts.count == count)
        for index in starts.indices.dropFirst() { #expect(starts[index] >= starts[index - 1] + lengths[index - 1] - 1e-9) }
        #expect(starts[0] >= -1e-9 && starts[count - 1] + lengths[count - 1] <= 300 + 1e-9)
    }
}
