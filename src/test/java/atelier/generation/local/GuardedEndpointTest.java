package atelier.generation.local;

import atelier.generation.ProviderContract;
import atelier.generation.endpoint.EndpointPolicy;
import atelier.generation.transport.Http;
import atelier.standin.LlamaServerStandIn;
import java.time.Duration;
import java.util.List;

/// Everything a provider does holds over the guarded transport, too. That keeps no connection, so nothing is left to close.
class GuardedEndpointTest extends ProviderContract<LlamaServerStandIn> {
    GuardedEndpointTest() {
        super(new LlamaServerStandIn(),
                (http, url) -> new OpenAiCompatibleProvider(
                        Http.guarded(EndpointPolicy.operator(url), Duration.ofSeconds(2)), "mine", false, url, "a-key"),
                "qwen3-8b-q4_k_m.gguf");
    }

    @Override
    protected List<String> samplingOnTheWire() {
        return List.of("\"temperature\":0.25", "\"top_p\":0.75", "\"max_tokens\":777", "\"frequency_penalty\":0.5");
    }
}
