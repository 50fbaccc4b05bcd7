internal import Glibc

/// Patterns that are being loaded on a thread of their own.
final class PatternLoading {
    private let result: Result
    /// Nil where no thread could be had, and once the thread has ended.
    private var thread: pthread_t?

    init(path: String) {
        let result = Result(path: path)
        self.result = result
        var thread = pthread_t()
        let status = pthread_create(&thread, nil, { context in
            context.map { Unmanaged<Result>.fromOpaque($0).takeUnretainedValue().load() }
            return nil
        }, Unmanaged.passUnretained(result).toOpaque())
        if status == 0 { self.thread = thread } else { result.load() }
    }

    deinit {
        if let thread { pthread_join(thread, nil) }
    }

    /// Waits for the end of the loading.
    var patterns: Patterns {
        _read {
            if let thread {
                pthread_join(thread, nil)
                self.thread = nil
            }
            yield result.patterns
        }
    }

    /// What the thread writes, once, and nobody reads before it has ended.
    private final class Result {
        private let path: String
        private(set) var patterns = Patterns()

        init(path: String) {
            self.path = path
        }

        func load() {
            patterns = Patterns(path: path)
        }
    }
}
