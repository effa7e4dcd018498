package atelier.generation.setup;

import atelier.generation.Listing;
import atelier.generation.Model;
import atelier.generation.OwnModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A registered model as a picker shows it.
///
/// @param kind    of its server, such as `ollama`
/// @param model   as its server lists it, with state and latency; as it was registered where that is not known
/// @param trouble short words on why it is not there, such as `offline`; empty when it is
/// @param known   whether its server was heard of lately; while it was not, the state means nothing
/// @param allowed whether the person lets their words go there
public record OwnSighting(OwnModel.Label label, String kind, Model model, String trouble, boolean known,
        boolean allowed) {
    static OwnSighting of(OwnModel own) {
        if (!(own.provider() instanceof OwnServer server)) {
            return of(own, (Listing) null);
        }
        Listing listing = server.known();
        OwnServer.Sign sign = server.sign(own.model());
        boolean listed = listing instanceof Listing.Up(List<Model> models) && own.in(models).isPresent();
        return sign == null || listed
                ? of(own, listing)
                : of(own, new Model(own.model(), own.provider().id(), own.provider().isLocal(), true, 0,
                        Model.State.HEALTHY, sign.latencyMs()), "", true);
    }

    private static OwnSighting of(OwnModel own, @Nullable Listing listing) {
        return switch (listing) {
            case null -> of(own, away(own), "", false);
            case Listing.Down(var trouble) -> of(own, away(own), trouble.reason(), true);
            case Listing.Up(List<Model> listed) -> own.in(listed).map(model -> of(own, model, "", true))
                    .orElseGet(() -> of(own, away(own), "model missing", true));
        };
    }

    private static Model away(OwnModel own) {
        return own.unlisted().with(Model.State.OFFLINE);
    }

    private static OwnSighting of(OwnModel own, Model model, String trouble, boolean known) {
        return new OwnSighting(own.label(), own.provider().kind(), model, trouble, known, own.allowed());
    }
}
