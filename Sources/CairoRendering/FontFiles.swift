internal import Synchronization

/// Runs what may open, read or close a font file.
///
/// All threads of a process share Cairo's font files, ten of them open at a time. Cairo 1.16 opens one outside its own lock,
/// in a library of FreeType that wants one caller at a time; painting shapes needs no files and goes on beside it.
func withFontFiles<Result>(_ body: () -> Result) -> Result {
    fontFiles.withLock { _ in body() }
}

private let fontFiles = Mutex(())
