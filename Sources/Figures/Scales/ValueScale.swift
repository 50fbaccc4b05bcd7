/// Places values along a length in points, evenly or by their logarithms.
package enum ValueScale: Hashable, Sendable {
    case linear(LinearScale)
    case logarithmic(LogScale)

    package var domain: Domain {
        switch self {
        case .linear(let scale): scale.domain
        case .logarithmic(let scale): scale.domain
        }
    }

    package var length: Double {
        switch self {
        case .linear(let scale): scale.length
        case .logarithmic(let scale): scale.length
        }
    }

    package func callAsFunction(_ value: Double) -> Double {
        switch self {
        case .linear(let scale): scale(value)
        case .logarithmic(let scale): scale(value)
        }
    }

    /// The value at a place; the other way round.
    package func value(at place: Double) -> Double {
        switch self {
        case .linear(let scale): scale.value(at: place)
        case .logarithmic(let scale): scale.value(at: place)
        }
    }
}
