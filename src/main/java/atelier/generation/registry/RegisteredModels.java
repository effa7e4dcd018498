package atelier.generation.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The models people own. Names are found whatever their case; nothing is found without its owner.
public interface RegisteredModels {
    /// How many one owner may have.
    int MOST = 50;

    /// @throws atelier.chat.UserFacingException when the owner has one of this name, or [#MOST] already
    RegisteredModel add(Owner owner, ModelDraft draft);

    Optional<RegisteredModel> find(Owner owner, String name);

    /// Favourites first, then the last used, then by name.
    default List<RegisteredModel> of(Owner owner) {
        return of(Set.of(owner));
    }

    /// Those of several owners, each owner's in the same order.
    List<RegisteredModel> of(Set<Owner> owners);

    /// Says something else about a model; under a new name, what named it before goes on naming it.
    ///
    /// @return empty when there is no such model
    /// @throws atelier.chat.UserFacingException when the new name belongs to another model of the owner
    Optional<RegisteredModel> change(Owner owner, String name, ModelDraft draft);

    /// Marks or unmarks a favourite.
    ///
    /// @return whether there is such a model
    boolean favour(Owner owner, String name, boolean favourite);

    /// Notes that a model answered.
    ///
    /// @param newSession whether for the first time in a conversation
    void used(Owner owner, String name, boolean newSession);

    /// Removes a model, from fallbacks and choices too.
    ///
    /// @return whether there was one
    boolean remove(Owner owner, String name);
}
