import Scenes
import Testing

@Suite struct SegmentTests {
    @Test func aRingIsClosed() {
        let box = Path.rectangle(Rect(x: 0, y: 0, width: 4, height: 2))
        #expect(box.segments.count == 4)
        #expect(box.segments.last == Segment(start: Point(x: 0, y: 2), end: .zero))
        #expect(Path.line([.zero, Point(x: 1, y: 1), Point(x: 2, y: 0)]).segments.count == 2)
        #expect(Path().segments.isEmpty)
    }

    @Test func twoLinesAreTwo() {
        var path = Path.line(from: .zero, to: Point(x: 1, y: 0))
        path.elements += Path.line(from: Point(x: 5, y: 5), to: Point(x: 5, y: 9)).elements
        #expect(path.segments == [Segment(start: .zero, end: Point(x: 1, y: 0)), Segment(start: Point(x: 5, y: 5), end: Point(x: 5, y: 9))])
        #expect(path.segments[0].isHorizontal && !path.segments[0].isVertical && path.segments[1].isVertical)
    }

    @Test func crossesOnlyWhatItPassesThrough() {
        let box = Rect(x: 10, y: 10, width: 10, height: 10)
        func crosses(_ start: (Double, Double), _ end: (Double, Double)) -> Bool {
            Segment(start: Point(x: start.0, y: start.1), end: Point(x: end.0, y: end.1)).crosses(box)
        }
        #expect(crosses((0, 15), (30, 15)) && crosses((12, 12), (14, 18)) && crosses((0, 5), (30, 25)))
        // Within the box around the line, but past the corner.
        #expect(!crosses((5, 14), (14, 5)))
        #expect(!crosses((0, 15), (9, 15)) && !crosses((0, 9), (30, 9)))
    }

    @Test func knowsARectangle() {
        let box = Rect(x: 1, y: 2, width: 3, height: 4)
        #expect(Path.rectangle(box).rectangle == box)
        #expect(Path.circle(centre: .zero, radius: 3).rectangle == nil && Path.line(from: .zero, to: Point(x: 1, y: 1)).rectangle == nil)
        #expect(Path.rectangle(box).moved(by: Point(x: 1, y: 1)).rectangle == box.moved(by: Point(x: 1, y: 1)))
        let circle = Path.circle(centre: .zero, radius: 2).moved(by: Point(x: 3, y: 4))
        #expect(circle == Path.circle(centre: Point(x: 3, y: 4), radius: 2))
    }
}
