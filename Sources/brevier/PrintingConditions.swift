import Diagnostics
import Publishing
import Reports

/// What a style says of the press, with the ICC profile that it names: a file in the folder of the styles and nowhere else.
///
/// - Returns: also the profile as a file that was read.
func printingCondition(
    of style: Style, in folder: ConfinedFolder?, problems: Problems
) -> (condition: PrintingCondition, file: FinishedFile?) {
    var condition = PrintingCondition(name: style.press.condition, hasColourBar: style.press.hasColourBar)
    guard let profile = style.press.profile, let folder else { return (condition, nil) }
    guard profile.value.hasSuffix(".icc") || profile.value.hasSuffix(".icm"), !profile.value.contains("/"), !profile.value.contains("\0") else {
        problems.error(profile.span, "\"\(profile.value)\" is not the name of a profile", hint: "write the name of a file in \(folder.name): FOGRA39.icc")
        return (condition, nil)
    }
    let path = "\(folder.name)/\(profile.value)"
    do {
        let bytes = try folder.read(profile.value, most: mostBytes)
        guard isPressProfile(bytes) else {
            problems.error(profile.span, "\(path) is not the profile of a press", hint: "an ICC profile of class `prtr` for CMYK is wanted")
            return (condition, nil)
        }
        condition.profile = bytes
        return (condition, FinishedFile(path: "styles/\(profile.value)", bytes: bytes))
    } catch {
        switch error {
        case .missing:
            problems.error(profile.span, "there is no profile \(path)", hint: "put it there, or leave `profile` out: the condition is then told by its name")
        case .leadsOut: problems.error(profile.span, "\(path) leads out of the folder of the styles", hint: "put the file itself there")
        case .refused(let reason): problems.error(profile.span, "\(path) cannot be read: \(reason)")
        }
        return (condition, nil)
    }
}
