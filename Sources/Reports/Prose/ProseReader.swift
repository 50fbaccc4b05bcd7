package import Diagnostics
struct ProseReader { let problems: Problems; func read(_ f: SourceFile, range: Range<Int>) -> Prose { Prose() } }
