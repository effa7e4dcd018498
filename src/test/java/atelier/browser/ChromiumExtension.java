package atelier.browser;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests a [Chromium] as a parameter, one for the whole run. On a machine without one such tests are skipped, unless
/// `REQUIRE_CHROMIUM=1` says that there must be one.
public final class ChromiumExtension implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(ChromiumExtension.class);
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.executable().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is here");
        }
        if ("1".equals(System.getenv("REQUIRE_CHROMIUM"))) {
            return ConditionEvaluationResult.enabled("it is demanded; the test will say that it is not here");
        }
        if (!TOLD.getAndSet(true)) {
            System.out.println("Without Chromium (PATH or CHROMIUM) the tests of pages are skipped.");
        }
        return ConditionEvaluationResult.disabled("no Chromium");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent("browser", _ -> Chromium.start(Chromium.executable()
                .orElseThrow(() -> new IllegalStateException("REQUIRE_CHROMIUM=1, but there is no Chromium"))),
                Chromium.class);
    }
}
