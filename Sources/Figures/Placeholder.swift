package struct Wording: Sendable {}
package struct FigureStyle: Sendable {}
