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

    /// The bands in which not all labels side by side have room: some of them alone would say that the others are not known.
    func crampedBands(in space: PlotSpace) -> [Int] {
        guard plot.direction == .vertical else { return [] }
        let sets = labels.filter { $0.label.lane != .whole && $0.label.value != 0 }
        return sets.filter { set in
            isOverOtherLane(set, in: space) || sets.contains { other in
                guard other.label.band == set.label.band, other.label.lane != set.label.lane else { return false }
                let along = abs(space.centre(of: set.label.band, set.label.lane) - space.centre(of: other.label.band, other.label.lane))
                let up = abs(space.values(set.label.value) - space.values(other.label.value))
                return along < (set.block.width + other.block.width) / 2 && up < set.ascent
            }
        }.map(\.label.band)
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
