import Diagnostics
import Glibc

/// What a run says on its two streams, and whether it was heard: a full disk or a closed pipe takes no words.
struct Voice {
    private var results: [UInt8] = []
    /// The system's number for why (`errno`) something could not be said.
    private var failure: Int32?

    /// A line of the results, to standard output. What a stranger's file holds is made harmless to the terminal.
    mutating func say(_ line: String) { add(line.printable) }

    /// Text for another program, as it is.
    mutating func hand(over text: String) { add(text) }

    /// A message, to standard error.
    mutating func complain(_ text: String) {
        flush()
        write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// Says all that is left.
    ///
    /// - Returns: why not everything was heard; nil where it was.
    mutating func finish() -> Int32? {
        flush()
        if let failure { complain("standard output: error: cannot be written: \(String(cString: strerror(failure)))") }
        return failure
    }

    private mutating func add(_ line: String) {
        results += line.utf8
        results.append(UInt8(ascii: "\n"))
        if results.count >= 1 << 16 { flush() }
    }

    private mutating func flush() {
        write(results, to: STDOUT_FILENO)
        results = []
    }

    private mutating func write(_ bytes: [UInt8], to stream: Int32) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(stream, $0.baseAddress?.advanced(by: done), bytes.count - done) }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                // The other end reads when it can.
                var reader = pollfd(fd: stream, events: Int16(POLLOUT), revents: 0)
                poll(&reader, 1, -1)
                continue
            }
            guard count > 0 else {
                failure = failure ?? errno
                return
            }
            done += count
        }
    }
}
