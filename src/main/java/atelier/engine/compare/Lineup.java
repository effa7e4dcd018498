package atelier.engine.compare;

import atelier.account.Account;
import atelier.chat.Attachment;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.generation.Model;
import atelier.generation.Namesakes;
import atelier.generation.OwnModel;
import atelier.generation.registry.Choices;
import atelier.generation.setup.OwnModels;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.language.Phrases;
import atelier.language.Sentence;
import atelier.quota.Quota;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Decides which models take part before anything is charged: those named, or the healthy local ones and then the clouds' usual ones.
public final class Lineup {
    private static final int FEWEST = 2;
    private static final int MOST = 6;
    /// So many are taken where none is named.
    private static final int USUAL = 4;

    private final Supplier<List<Model>> models;
    private final OwnModels own;
    private final Choices choices;
    private final Quota quota;
    private final IntentParser parser;

    public Lineup(Parts parts) {
        this.models = parts.registry().configured();
        this.choices = parts.registry().choices();
        this.own = parts.registry().own();
        this.quota = parts.quota();
        this.parser = parts.parser();
    }

    /// What comes of a wish to compare.
    public sealed interface Drawn {
        /// @param intent names each model as the router knows it, each once
        record Ready(Intent.CompareModels intent) implements Drawn {}

        /// It cannot be done, or something is missing; nothing is charged.
        record Told(Say say) implements Drawn {}
    }

    /// @param hasMaterial whether something was sent along or replied to, which may speak for itself
    public Drawn draw(Intent.CompareModels asked, Asker asker, List<Attachment> files, boolean hasMaterial) {
        var row = asked.models().isEmpty()
                ? Row.in(asked.request(), name -> isModel(name, asker)).orElse(new Row(List.of(), asked.request()))
                : new Row(asked.models(), asked.request());
        var names = distinct(row.names());
        if (names.size() > MOST) {
            return told(Sentence.of("compare.most", "most", MOST, "count", names.size()), asker);
        }
        var known = models.get();
        var ids = new LinkedHashSet<String>();
        for (var name : names) {
            switch (meant(name, known, asker, ids)) {
                case Meant.One(var id) -> ids.add(id);
                case Meant.Nobody(var sentence) -> {
                    return told(sentence, asker);
                }
            }
        }
        var chosen = names.isEmpty() ? usual(known, asker) : List.copyOf(ids);
        return chosen.size() < FEWEST
                ? told(names.isEmpty() ? tooFewThere(chosen, asker) : tooFewNamed(chosen, known, asker), asker)
                : ready(row.request(), chosen, files, hasMaterial, asker);
    }

    /// Models people registered go by the name their owner gave them.
    private Meant meant(String name, List<Model> known, Asker asker, Collection<String> taken) {
        return own(asker).stream().filter(model -> model.name().equalsIgnoreCase(name)).findFirst()
                .<Meant>map(model -> new Meant.One(model.name()))
                .orElseGet(() -> Meant.by(name, known, mayAskCloud(asker), taken, names(asker)));
    }

    /// Whether a word of a wish can be nothing else; the beginning of a name alone is none.
    private boolean isModel(String name, Asker asker) {
        var known = models.get();
        return own(asker).stream().anyMatch(model -> model.name().equalsIgnoreCase(name))
                || known.stream().anyMatch(model -> model.provider().equalsIgnoreCase(name))
                || (!name.contains(" ") && (parser.isModelName(name)
                        || (name.chars().anyMatch(Character::isDigit) && !Namesakes.of(name, known).isEmpty())));
    }

    private List<String> names(Asker asker) {
        return own(asker).stream().map(OwnModel::name).toList();
    }

    private List<OwnModel> own(Asker asker) {
        return own.of(asker.id(), asker.chat().key()).stream().filter(OwnModel::allowed).toList();
    }

    private Drawn ready(String request, List<String> chosen, List<Attachment> files, boolean hasMaterial,
            Asker asker) {
        if (request.isBlank() && !hasMaterial) {
            return new Drawn.Told(Say.text(asker.phrases().say("compare.what", "models",
                    listed(called(chosen), asker.phrases())))
                    .asking("/compare models: %s;".formatted(String.join(", ", chosen))));
        }
        return Task.of(request, files, parser).isPresent()
                ? new Drawn.Ready(new Intent.CompareModels(request, chosen))
                : told(Sentence.of("compare.kinds"), asker);
    }

    private static Drawn told(Sentence sentence, Asker asker) {
        return new Drawn.Told(Say.text(sentence.in(asker.phrases())));
    }

    private static List<String> distinct(List<String> names) {
        var byKey = new LinkedHashMap<String, String>();
        names.forEach(name -> byKey.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), name.strip()));
        return List.copyOf(byKey.values());
    }

    private boolean mayAskCloud(Asker asker) {
        return asker.account().tier().cloud() && !choices.localOnly(asker.id());
    }

    /// Not more than the person has messages left for, as long as there is something to compare.
    private List<String> usual(List<Model> known, Asker asker) {
        var there = known.stream().filter(model -> model.state() != Model.State.OFFLINE).toList();
        var names = new ArrayList<>(names(asker));
        var taken = own(asker).stream().map(model -> model.provider().kind() + "/" + model.model()).toList();
        there.stream().filter(model -> !taken.contains(model.id()) && model.local() && !model.name().contains("embed"))
                .sorted(Comparator.comparing((Model model) -> model.state() != Model.State.HEALTHY)).map(Model::id)
                .forEach(names::add);
        if (mayAskCloud(asker)) {
            there.stream().filter(model -> !model.local()).map(Model::provider).distinct().forEach(names::add);
        }
        return names.stream().limit(Math.clamp(left(asker.account()), FEWEST, USUAL)).toList();
    }

    private int left(Account account) {
        var standing = quota.standing(account);
        return standing.limit() - standing.used();
    }

    private Sentence tooFewThere(List<String> chosen, Asker asker) {
        var there = chosen.isEmpty()
                ? Sentence.of("compare.none-there")
                : Sentence.of("compare.one-there", "model", chosen.getFirst());
        return Sentence.of(choices.localOnly(asker.id()) ? "compare.too-few.local" : "compare.too-few", "there", there);
    }

    private Sentence tooFewNamed(List<String> chosen, List<Model> known, Asker asker) {
        return Sentence.of("compare.one-named", "model", chosen.getFirst(), "fewest", FEWEST, "most", MOST, "there",
                Meant.there(known, names(asker)));
    }

    /// The models' own names, without their servers'.
    private List<String> called(List<String> ids) {
        var known = models.get();
        return ids.stream().map(id -> known.stream().filter(it -> it.id().equals(id)).map(Model::name).findFirst()
                .orElse(id)).toList();
    }

    private static String listed(List<String> names, Phrases phrases) {
        return String.join(", ", names.subList(0, names.size() - 1)) + phrases.say("compare.and") + names.getLast();
    }
}
