package atelier.adapter.discord;

import atelier.chat.Button;
import atelier.chat.OutgoingFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.Requester;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// What one call carries. Whatever it is, it pings nobody and unfolds no link: a preview would fetch an address a model
/// may have made up to carry somebody's words away.
record Payload(String text, List<Button> buttons, List<OutgoingFile> files, boolean onlyForOne,
        @Nullable String nonce, @Nullable String inReplyTo) {
    private static final int SUPPRESS_EMBEDS = 1 << 2;
    private static final int EPHEMERAL = 1 << 6;
    private static final int PER_ROW = 5;
    private static final int OPENS_PAGE = 5;
    private static final int BUYS = 6;

    static Payload of(String text, List<Button> buttons, List<OutgoingFile> files) {
        return new Payload(text, buttons, files, false, null, null);
    }

    Payload forOne() {
        return new Payload(text, buttons, files, true, null, null);
    }

    /// As a new message of the bot; Discord makes only one of several with the same nonce.
    Payload asNew(@Nullable String onlyOnce, @Nullable String answers) {
        return new Payload(text, buttons, files, onlyForOne, onlyOnce, answers);
    }

    RequestBody body() {
        var json = RequestBody.create(json().toJson(), Requester.MEDIA_TYPE_JSON);
        return files.isEmpty() ? json : AttachedFile.createMultipartBody(uploads(), json).build();
    }

    private List<FileUpload> uploads() {
        return files.stream().map(file -> FileUpload.fromStreamSupplier(file.name(), () -> {
            try {
                return Files.newInputStream(file.content());
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        })).toList();
    }

    private DataObject json() {
        var json = DataObject.empty().put("content", text).put("components", rows())
                .put("flags", SUPPRESS_EMBEDS | (onlyForOne ? EPHEMERAL : 0)).put("allowed_mentions", nobody());
        if (nonce != null) {
            json.put("nonce", nonce).put("enforce_nonce", true);
        }
        if (inReplyTo != null) {
            json.put("message_reference",
                    DataObject.empty().put("message_id", inReplyTo).put("fail_if_not_exists", false));
        }
        if (!files.isEmpty()) {
            var attachments = DataArray.empty();
            for (var index = 0; index < files.size(); index++) {
                attachments.add(DataObject.empty().put("id", index).put("filename", files.get(index).name()));
            }
            json.put("attachments", attachments);
        }
        return json;
    }

    private static DataObject nobody() {
        return DataObject.empty().put("parse", DataArray.empty()).put("replied_user", false);
    }

    private DataArray rows() {
        var rows = DataArray.empty();
        for (var from = 0; from < buttons.size(); from += PER_ROW) {
            var row = DataArray.empty();
            buttons.subList(from, Math.min(buttons.size(), from + PER_ROW)).forEach(button -> row.add(data(button)));
            rows.add(DataObject.empty().put("type", 1).put("components", row));
        }
        return rows;
    }

    /// Discord's style 5 takes a `url` and no `custom_id`, and style 6 neither those nor a label.
    private static DataObject data(Button button) {
        if (button.style() == Button.Style.BUYS) {
            return DataObject.empty().put("type", 2).put("style", BUYS).put("sku_id", button.id());
        }
        var style = switch (button.style()) {
            case PRIMARY -> 1;
            case NORMAL -> 2;
            case DANGER -> 4;
            case BUYS -> BUYS;
        };
        var data = DataObject.empty().put("type", 2).put("label", button.label());
        return button.opens() == null
                ? data.put("style", style).put("custom_id", button.id())
                : data.put("style", OPENS_PAGE).put("url", button.opens());
    }
}
