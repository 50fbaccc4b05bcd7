/// The kinds of figures, in the order of the reference. A new kind is a file beside this one and a line here.
package let figureKinds: [any FigureKind.Type] = [
    KeyNumbers.self,
    ColumnChart.self,
    StackedColumns.self,
    GroupedColumns.self,
    TrendChart.self,
    AreaChart.self,
    FocusChart.self,
    CumulativeChart.self,
    BarChart.self,
    MeasureTable.self,
]
