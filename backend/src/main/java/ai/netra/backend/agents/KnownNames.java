package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogue;
import ai.netra.backend.models.ModelEntry;
import ai.netra.backend.usage.Dimension;
import ai.netra.backend.usage.Profile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The names that a supposition can speak of, however a question writes them. */
final class KnownNames {

  private final Catalogue catalogue;
  private final List<Profile.Name> names;

  KnownNames(Catalogue catalogue, Collection<Profile.Name> names) {
    this.catalogue = catalogue;
    this.names = List.copyOf(names);
  }

  Optional<String> feature(String word) {
    return names.stream()
        .filter(name -> name.dimension() == Dimension.FEATURE)
        .map(Profile.Name::value)
        .filter(value -> NamesInText.normalise(value).equals(word))
        .findFirst();
  }

  /** The catalogue's id of a model. */
  Optional<String> model(String word) {
    return catalogue
        .resolve(word, null)
        .or(
            () ->
                catalogue.models().stream()
                    .filter(model -> means(model, word))
                    .map(ModelEntry::id)
                    .findFirst());
  }

  /** The same where it has a price, so that something can be computed with it. */
  Optional<String> pricedModel(String word) {
    return model(word)
        .filter(id -> catalogue.prices().stream().anyMatch(price -> price.model().equals(id)));
  }

  private static boolean means(ModelEntry model, String word) {
    return NamesInText.normalise(model.id()).equals(word)
        || model.aliases().stream().map(NamesInText::normalise).anyMatch(word::equals);
  }
}
