import java.io.FileInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What veraPDF says of PDFs; `validate` tells how it is printed. */
class VeraPDF {
    public static void main(String[] files) {
        VeraGreenfieldFoundryProvider.initialise();
        for (var file : files) for (var profile : List.of("3a", "ua1")) validate(file, profile);
    }

    private static void validate(String file, String profile) {
        var foundry = Foundries.defaultInstance();
        var flavour = PDFAFlavour.fromString(profile);
        var name = "veraPDF " + profile + " " + file;
        // One place for each rule, no passed checks, with messages in full, no progress.
        try (var stream = new FileInputStream(file); var parser = foundry.createParser(stream, flavour);
                var validator = foundry.createValidator(flavour, 1, false, true, false)) {
            var result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + name);
            for (var broken : result.getTestAssertions()) {
                var rule = broken.getRuleId();
                System.out.printf("  %s-%d ×%d %s%n", rule.getClause(), rule.getTestNumber(), result.getFailedChecks().get(rule), broken.getMessage());
                if (broken.getErrorMessage() != null) System.out.println("    " + broken.getErrorMessage());
                System.out.println("    " + broken.getLocation().getContext());
            }
        } catch (Exception unreadable) {
            System.out.println("FAIL " + name + "\n  " + unreadable);
        }
    }
}
