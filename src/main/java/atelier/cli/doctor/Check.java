package atelier.cli.doctor;

import java.util.List;

/// One area the doctor looks at; runs beside the others, and is given up when it takes too long.
interface Check {
    /// What it is about, for the case that it does not end.
    String subject();

    /// @throws InterruptedException when given up
    List<Finding> findings() throws InterruptedException;
}
