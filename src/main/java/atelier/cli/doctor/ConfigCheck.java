package atelier.cli.doctor;

import atelier.config.ConfigReading;
import java.util.ArrayList;
import java.util.List;

/// Mistakes and warnings of the configuration.
record ConfigCheck(ConfigReading reading) implements Check {
    @Override
    public String subject() {
        return "Configuration";
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        reading.mistakes()
                .forEach(mistake -> findings.add(Finding.wrong(
                        mistake.key().equals("the file") ? Ailment.CONFIG_UNREADABLE : Ailment.CONFIG_MISTAKE,
                        subject(),
                        mistake.place() + ": " + mistake.key() + " " + mistake.problem(), mistake.remedy())));
        reading.draft().warnings().forEach(warning -> findings.add(
                Finding.doubtful(Ailment.CONFIG_WARNING, subject(), warning.replaceFirst("\\.$", ""), "")));
        return findings.isEmpty() ? List.of(Finding.fine(subject(), "no mistakes")) : findings;
    }
}
