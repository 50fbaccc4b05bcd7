internal import CPangoCairo

/// Which font files exist for a book of fonts: those of the families that it names, and no others.
///
/// It reads no configuration of the machine or the user, so the same files give the same choice everywhere.
struct FontConfiguration: ~Copyable {
    let pointer: OpaquePointer

    /// - Parameter families: the families to let in, in any case; nil for all.
    ///
    /// One reading of Fontconfig's own caches, about 0.7 ms. The families are let in by a rule and not added file by
    /// file, because adding a file opens and scans it, cache or not.
    init(families: [String]?, folders: [String], caches: [String]) throws(FontProblem) {
        pointer = try builtConfiguration(
            configurationText(families: families, folders: folders, caches: caches), folders: folders)
    }

    deinit {
        FcConfigDestroy(pointer)
    }

    /// What the usable font files say of themselves, in the order in which Fontconfig found them.
    var files: [FontFile] {
        guard let set = FcConfigGetFonts(pointer, FcSetSystem), let fonts = set.pointee.fonts else { return [] }
        return (0..<Int(set.pointee.nfont)).compactMap { index in fonts[index].flatMap(FontFile.init) }
    }
}

/// A font file, as far as choosing needs it. Valid as long as the configuration that it came from.
struct FontFile {
    /// All names of its family.
    let families: [String]
    let characters: OpaquePointer

    /// Nil for what cannot be printed as outlines from a TrueType or OpenType file: bitmaps, Type 1, coloured pictures.
    init?(pattern: OpaquePointer) {
        guard let format = Self.string(pattern, FC_FONTFORMAT), format == "TrueType" || format == "CFF" else { return nil }
        var scalable: FcBool = 0
        var coloured: FcBool = 0
        var characters: OpaquePointer?
        guard FcPatternGetBool(pattern, FC_SCALABLE, 0, &scalable) == FcResultMatch, scalable != 0 else { return nil }
        if FcPatternGetBool(pattern, FC_COLOR, 0, &coloured) == FcResultMatch, coloured != 0 { return nil }
        guard FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch, let characters else { return nil }
        var families: [String] = []
        while let family = Self.string(pattern, FC_FAMILY, at: families.count) { families.append(family) }
        self.families = families
        self.characters = characters
    }

    func has(_ scalar: Unicode.Scalar) -> Bool {
        FcCharSetHasChar(characters, scalar.value) != 0
    }

    private static func string(_ pattern: OpaquePointer, _ object: String, at index: Int = 0) -> String? {
        var value: UnsafeMutablePointer<FcChar8>?
        guard FcPatternGetString(pattern, object, Int32(index), &value) == FcResultMatch, let value else { return nil }
        return String(cString: value)
    }
}

/// A configuration that the caller destroys.
private func builtConfiguration(_ text: String, folders: [String]) throws(FontProblem) -> OpaquePointer {
    guard let pointer = FcConfigCreate() else { throw .refused("making a font configuration") }
    guard FcConfigParseAndLoadFromMemory(pointer, Array(text.utf8) + [0], 1) != 0, FcConfigBuildFonts(pointer) != 0 else {
        FcConfigDestroy(pointer)
        throw .refused("listing the fonts in \(folders.joined(separator: ", "))")
    }
    return pointer
}

/// The configuration in Fontconfig's own language.
private func configurationText(families: [String]?, folders: [String], caches: [String]) -> String {
    var text = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
    for folder in folders { text += "<dir>\(escaped(folder))</dir>" }
    for cache in caches { text += "<cachedir>\(escaped(cache))</cachedir>" }
    if let families {
        // A pattern without elements matches every font; what is let in by name wins over it.
        text += "<selectfont><rejectfont><pattern/></rejectfont>"
        if !families.isEmpty {
            text += "<acceptfont>"
            for family in families {
                text += "<pattern><patelt name=\"family\"><string>\(escaped(family))</string></patelt></pattern>"
            }
            text += "</acceptfont>"
        }
        text += "</selectfont>"
    }
    return text + "</fontconfig>"
}

private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
