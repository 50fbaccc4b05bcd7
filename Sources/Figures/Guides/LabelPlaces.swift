import Scenes

/// Places that are not beyond a mark: within bars, beside others, at the ends of lines.
extension ValueLabels {
    /// In the middle of its bar or at its upper left, where that is large enough; in columns only where all others have room as well.
    func placeInside(_ set: Set, from: Double, in space: PlotSpace) -> Point? {
        let box = space.box(set.label.band, set.label.lane, from: from, to: set.label.value)
        let isOneOfMany = plot.direction == .vertical && !plot.isGrid
        let width = isOneOfMany ? labels.reduce(0) { $1.isInside ? max($0, $1.block.width) : $0 } : set.block.width
        let inset = plot.isGrid ? style.lines.separator * 2 : style.spaces.tick
        guard width + inset <= box.width, set.capHeight + inset <= box.height else { return nil }
        if case .corner = set.label.place {
            let corner = inset + style.lines.separator
            return Point(x: box.minX + corner, y: box.minY + corner + set.capHeight - set.block.firstBaseline)
        }
        return Point(x: box.midX - set.block.width / 2, y: box.midY + set.capHeight / 2 - set.block.firstBaseline)
    }

    /// The labels, but of bars side by side only those that have room.
    ///
    /// Those of a band stand together or not at all: some of them alone would say that the others are not known. They stand where each
    /// has room over its own bar, and none meets another or one of a band that was asked before. Where they do not, zeros stand
    /// alone, for a zero has no bar, and only its label says that it is known; and where these have no room either, one stands
    /// for all that are beside each other.
    func withRoomBesideOthers(in space: PlotSpace, right: Double) -> [Set] {
        var taken: [Rect] = []
        func take(_ sets: [Set]) -> Bool {
            var boxes: [Rect] = []
            for set in sets {
                guard let place = place(of: set, in: space, right: right) else { return false }
                let numerals = numerals(of: set, at: place)
                guard !isNear(numerals, to: taken), !isNear(numerals, to: boxes) else { return false }
                boxes.append(numerals)
            }
            taken += boxes
            return true
        }
        var bands: [Int] = []
        var groups: [Int: [Int]] = [:]
        for index in labels.indices where standsBesideOthers(labels[index]) {
            let band = labels[index].label.band
            if groups[band] == nil { bands.append(band) }
            groups[band, default: []].append(index)
        }
        var silent: Swift.Set<Int> = []
        var joined: [Set] = []
        for group in bands.compactMap({ groups[$0] }) where !take(group.map { labels[$0] }) {
            let zeros = group.filter { labels[$0].label.value == 0 }
            let areApart = take(zeros.map { labels[$0] })
            silent.formUnion(areApart ? group.filter { !zeros.contains($0) } : group)
            let runs = areApart ? [] : runs(of: zeros.map { labels[$0] })
            if take(runs) { joined += runs }
        }
        return labels.indices.filter { !silent.contains($0) }.map { labels[$0] } + joined
    }

    /// One label for those in lanes that follow each other, in their middle.
    private func runs(of sets: [Set]) -> [Set] {
        let offsets = Swift.Set(lanes.map(\.lane.offset)).sorted()
        let places = sets.compactMap { set in offsets.firstIndex(of: set.label.lane.offset).map { (lane: $0, set: set) } }.sorted { $0.lane < $1.lane }
        var runs: [(first: Int, last: Int, set: Set)] = []
        for place in places {
            if let last = runs.last, last.last == place.lane - 1 {
                runs[runs.count - 1].last = place.lane
            } else {
                runs.append((place.lane, place.lane, place.set))
            }
        }
        return runs.map { run in
            var set = run.set
            set.label.lane.offset = (offsets[run.first] + offsets[run.last]) / 2
            return set
        }
    }

    /// Whether it would stand over the bar beside its own: a label that is moved beyond that would be taken for its.
    func isOverOtherLane(_ set: Set, in space: PlotSpace) -> Bool {
        guard plot.direction == .vertical, set.label.lane != .whole else { return false }
        let half = set.block.width / 2
        let centre = space.centre(of: set.label.band, set.label.lane)
        return lanes.contains { other in
            guard other.band != set.label.band || other.lane != set.label.lane else { return false }
            let extent = space.extent(of: other.band, other.lane)
            let isUnder = extent.lowerBound < centre + half && extent.upperBound > centre - half
            return isUnder && (set.isBelow(base) ? other.end < set.label.value : other.end > set.label.value)
        }
    }

    /// At the end of a line, where no line runs: right of it, above it, below it. Where all are taken right of it.
    func placeBeside(_ set: Set, in space: PlotSpace, right: Double) -> Point? {
        let end = space.point(PlotPoint(band: set.label.band, value: set.label.value), set.label.lane)
        let (dot, width) = (style.spaces.endDot, set.block.width)
        let away = dot + style.spaces.label
        let lowest = space.frame.maxY - style.spaces.label
        let sides = [end.x + away, end.x - dot, end.x + dot - width]
        let baselines = [min(end.y + set.capHeight / 2, lowest), end.y - away, end.y + away + set.capHeight]
        let places = [(0, 0), (1, 1), (2, 1), (1, 2), (2, 2)].map { Point(x: sides[$0.0], y: baselines[$0.1]) }
        let fitting = places.filter { place in
            place.x >= space.frame.minX && place.x + width <= right && place.y <= lowest
                && place.y - set.capHeight >= space.frame.minY - style.texts.axis.leading / 2
        }
        let free = fitting.first { place in
            !isCrossed(Rect(x: place.x, y: place.y - set.capHeight, width: width, height: set.capHeight), in: space)
        }
        return (free ?? fitting.first).map { Point(x: $0.x, y: $0.y - set.block.firstBaseline) }
    }

    /// Whether a line of the plot runs through a box, or a dot stands in it.
    func isCrossed(_ box: Rect, in space: PlotSpace) -> Bool {
        plot.marks.contains { mark in
            if case .whisker(let band, let lane, let from, let to) = mark {
                let ends = [from, to].map { space.point(PlotPoint(band: band, value: $0), lane) }
                return Obstacles.crosses((ends[0], ends[1]), box)
            }
            guard case .line(let points, _, _) = mark else {
                guard case .dot(let point, _, _, let lane) = mark else { return false }
                let centre = space.point(point, lane)
                let near = box.inset(by: -style.spaces.endDot)
                return centre.x > near.minX && centre.x < near.maxX && centre.y > near.minY && centre.y < near.maxY
            }
            let places = points.map { space.point($0) }
            return zip(places, places.dropFirst()).contains { Obstacles.crosses($0, box) }
        }
    }
}
