package bailiwick.server.potential;

import bailiwick.intake.potential.ConversionRate;
import bailiwick.intake.potential.ModelReader;
import bailiwick.intake.potential.PotentialModel;
import bailiwick.intake.potential.RatedModel;
import bailiwick.intake.potential.UsualModel;
import bailiwick.server.potential.PotentialWire.ModelView;
import bailiwick.store.potential.ModelInForce;
import bailiwick.store.potential.SavedModel;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Models as the store keeps them: JSON that the reader of all models reads. Thread-safe. */
final class ModelText {

  private static final String STORED = "stored-model.json";

  private final JsonMapper json;

  ModelText(JsonMapper json) {
    this.json = json;
  }

  /** What closed deals taught a model. */
  private record Rates(ConversionRate overall, List<ConversionRate> segments) {}

  String write(PotentialModel model) {
    return json.writeValueAsString(ModelView.of(model));
  }

  /** The company's model; the usual one before the first save. */
  PotentialModel read(Optional<SavedModel> saved) {
    return saved.isPresent()
        ? ModelReader.read(saved.get().text(), STORED)
        : ModelReader.read(UsualModel.text(), UsualModel.FILE);
  }

  String rates(RatedModel rated) {
    return json.writeValueAsString(new Rates(rated.overall(), rated.rates()));
  }

  PotentialModel model(ModelInForce inForce) {
    return ModelReader.read(inForce.text(), STORED);
  }

  RatedModel rated(ModelInForce inForce) {
    Rates rates = json.readValue(inForce.rates(), Rates.class);
    return new RatedModel(model(inForce), rates.overall(), rates.segments());
  }
}
