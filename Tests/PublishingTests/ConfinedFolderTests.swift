import Foundation
import Publishing
import Testing

@Suite struct ConfinedFolderTests {
    private let scratch: ScratchFolder
    private let folder: ConfinedFolder

    init() throws {
        scratch = try ScratchFolder()
        try scratch.write("inside", to: "r/data/a.csv")
        try scratch.write("secret", to: "outside/secret")
        try scratch.write("secret", to: "r-too/secret")
        folder = try #require(ConfinedFolder("\(scratch.path)/r"))
    }

    private func link(_ place: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/\(place)", withDestinationPath: target)
    }

    private func read(_ path: String) -> Result<String, ReadingProblem> {
        Result { () throws(ReadingProblem) in String(decoding: try folder.read(path, most: 1_000), as: UTF8.self) }
    }

    @Test(arguments: ["data/a.csv", "./data//a.csv", "/data/a.csv", "data/../data/a.csv"])
    func readsWhatStandsInIt(_ path: String) { #expect(read(path) == .success("inside")) }

    @Test(arguments: ["a.csv", "../r/data/a.csv", "FOLDER/data/a.csv", "data/../data/./a.csv"])
    func followsLinksWithin(_ target: String) throws {
        let isFromData = target == "a.csv"
        // Out and in again is out: whether the folder has that name is nobody’s to learn.
        let ends: Result<String, ReadingProblem> = target.hasPrefix("..") ? .failure(.leadsOut) : .success("inside")
        let place = isFromData ? "data/b.csv" : "b.csv"
        try link("r/\(place)", to: target.replacingOccurrences(of: "FOLDER", with: folder.path))
        #expect(read(place) == ends)
    }

    /// Whether something is there outside makes no difference.
    @Test(arguments: ["secret", "gone", "", "secret/deeper"])
    func leavesItByNoWay(_ name: String) throws {
        try link("r/up", to: "..")
        try link("r/relative", to: "../outside/\(name)")
        try link("r/data/deep", to: "../../outside/\(name)")
        try link("r/absolute", to: "\(scratch.path)/outside/\(name)")
        try link("r/beside", to: "\(folder.path)-too/\(name)")
        try link("r/chain", to: "relative")
        for path in ["../outside/\(name)", "up/outside/\(name)", "relative", "data/deep", "absolute", "beside", "chain", "data/../../outside/\(name)"] {
            #expect(read(path) == .failure(.leadsOut), "\(path)")
            #expect(folder.leadsOut(path), "\(path)")
            #expect(folder.names(in: path) == nil, "\(path)")
        }
    }

    @Test func tellsWhatIsNotThereOrNoFile() throws {
        try link("r/loop", to: "loop")
        try link("r/dangling", to: "data/gone")
        #expect(read("gone") == .failure(.missing))
        #expect(read("dangling") == .failure(.missing))
        #expect(read("data/a.csv/deeper") == .failure(.missing))
        #expect(read("data") == .failure(.refused("it is not a file")))
        #expect(read("loop") == .failure(.refused("Too many levels of symbolic links")))
        #expect(!folder.leadsOut("gone") && !folder.leadsOut("data") && !folder.leadsOut("dangling"))
        #expect(folder.names() == ["dangling", "data", "loop"])
        #expect(folder.names(in: "data") == ["a.csv"])
    }
}
