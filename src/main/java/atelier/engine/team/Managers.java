package atelier.engine.team;

import atelier.account.Accounts;
import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Standing;
import atelier.engine.community.Community;
import atelier.engine.delivery.Next;
import atelier.engine.port.Adapters;
import atelier.engine.port.Asker;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.intent.Intent;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Who may set what holds for everybody in a chat or in a whole team: those who run Atelier, and those who manage the server or
/// group at their platform. Where that did not say so by itself it is asked, which takes an errand.
public final class Managers {
    /// By which such an errand is known. Its request is the place's key, a space, and what was said.
    public static final String ACTION = "manage";

    private static final Pattern SERVER = Pattern.compile("([A-Z]+):server:(.+)");

    private final Community community;
    private final Accounts accounts;
    private final Adapters adapters;

    public Managers(Parts parts) {
        this.community = parts.community();
        this.accounts = parts.accounts();
        this.adapters = parts.adapters();
    }

    /// Key of the team that somebody speaks in; a chat that belongs to none is a team by itself.
    public String team(Asker asker) {
        var chat = asker.chat();
        return chat.isPrivate() ? chat.key() : community.places().team(chat.key());
    }

    /// Whether this person is known to manage a place.
    ///
    /// @param place key of a chat, or of a server or group
    public boolean may(Asker asker, String place) {
        var standing = asker.standing();
        return asker.isAdmin() || (standing.manages() && !standing.server().isEmpty()
                && community.places().team(place).equals(server(asker.chat().platform(), standing.server())));
    }

    /// Has the platform asked, and the same said again by whoever turns out to manage the place.
    ///
    /// @param words as they would be typed
    public static Next asking(String place, String words) {
        return new Next.Errand(new Intent.ManageAccount(ACTION, place + " " + words));
    }

    /// Whoever gave an errand, with what the platform says of them at this place. Takes its time.
    public Asker asked(Job job, String place) {
        var chat = job.address().chat();
        var asker = new Asker(accounts.byId(job.account()), chat, accounts.isAdmin(job.account()),
                chat.isPrivate() || job.address().isOnlyForOne());
        return asker.isAdmin()
                ? asker
                : chat(community.places().team(place)).filter(group -> managed(group, job) || manages(group, job))
                        .map(group -> new Asker(asker.account(), chat, false, asker.isAlone(),
                                new Standing(group.id(), Set.of(), true, false)))
                        .orElse(asker);
    }

    /// Whether the platform said so of itself when they spoke.
    private static boolean managed(Chat group, Job job) {
        var address = job.address();
        return address.chat().platform() == group.platform()
                && group.id().equals(address.hints().get(ReplyAddress.MANAGES));
    }

    /// The chat of a whole server or group; its members are looked up there.
    private static Optional<Chat> chat(String team) {
        var server = SERVER.matcher(team);
        return server.matches()
                ? Arrays.stream(Platform.values()).filter(it -> it.name().equals(server.group(1))).findFirst()
                        .map(platform -> new Chat(platform, server.group(2), false))
                : Optional.empty();
    }

    private boolean manages(Chat group, Job job) {
        var prefix = group.platform() + ":";
        return community.places().identities(job.account()).stream().filter(it -> it.startsWith(prefix))
                .anyMatch(it -> adapters.of(ReplyAddress.in(group))
                        .map(door -> door.manages(group, it.substring(prefix.length()))).orElse(false));
    }

    private static String server(Platform platform, String id) {
        return platform + ":server:" + id;
    }
}
