package atelier.generation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A model somebody registered, ready to be asked.
///
/// @param name      as its owner calls it
/// @param provider  says by [Provider#isLocal] whether words stay in the house
/// @param model     as its server calls it
/// @param sampling  how its owner wants it asked; comes before what a prompt says itself, since it was set for this very model
/// @param fallbacks names of other own models to ask right behind it, in this order
/// @param allowed   whether the person lets their words go there: false for all but local ones when they want local models only
public record OwnModel(Whose whose, String name, Provider provider, String model, Prompt.Sampling sampling,
        List<String> fallbacks, boolean allowed) {
    /// Servers that list all they can answer with. Others may take any name for the one model they have, or list a part only.
    private static final Set<String> EXACT = Set.of("ollama", "lmstudio");

    public OwnModel {
        fallbacks = List.copyOf(fallbacks);
    }

    /// Who registered a model. Nearer ones are asked first.
    public enum Whose {
        /// The person who asks; their own key pays.
        PERSON,
        /// The chat they ask in, where it belongs to a team; its key pays.
        CHAT,
        /// The team the chat belongs to; its key pays.
        TEAM,
        /// Whoever runs this Atelier, and pays.
        OPERATOR
    }

    /// By which its owner finds it again.
    public record Label(Whose whose, String name) {}

    public Label label() {
        return new Label(whose, name);
    }

    /// Whether that is its name, in whatever case.
    boolean isCalled(String wished) {
        return plain(name).equals(plain(wished));
    }

    /// Whether it is meant by what its server calls it: `gemma3:4b` or `ollama/gemma3:4b`.
    boolean isMeantBy(String wished) {
        var plain = plain(wished);
        var kind = provider.kind() + "/";
        var bare = plain.startsWith(kind) ? plain.substring(kind.length()) : plain;
        return !bare.isEmpty()
                && (new Wish(null, bare).fits(unlisted()) || new Wish(null, bare).nearlyFits(unlisted()));
    }

    /// Which of those that its server lists it is; empty when it is none of them and the server would not take another name.
    public Optional<Model> in(List<Model> listed) {
        var wish = new Wish(null, plain(model));
        return listed.stream().filter(each -> each.name().equals(model)).findFirst()
                .or(() -> listed.stream().filter(wish::fits).findFirst())
                .or(() -> EXACT.contains(provider.kind()) ? Optional.empty() : Optional.of(unlisted()));
    }

    /// As far as it is known without asking its server.
    public Model unlisted() {
        return new Model(model, provider.id(), provider.isLocal(), true, 0, Model.State.HEALTHY, 0);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
