package ai.netra.loop.project;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What a value of {@code netra.yaml} must look like. */
sealed interface Shape {

  /** What is wanted, in words that follow "is required". */
  String expected();

  /** A single value; a masked one is never shown in a message. */
  record Scalar(String expected, Predicate<ScalarNode> accepts, boolean masked) implements Shape {
    Scalar(String expected, Predicate<ScalarNode> accepts) {
      this(expected, accepts, false);
    }
  }

  /** A list whose elements look alike. */
  record Many(Shape element) implements Shape {
    @Override
    public String expected() {
      return "a list";
    }
  }

  /** A map with names that the author chooses. */
  record Named(Shape value) implements Shape {
    @Override
    public String expected() {
      return "a map";
    }
  }

  /** A map with known keys. */
  record Fields(Map<String, Shape> known, Set<String> required) implements Shape {
    public Fields {
      known = Map.copyOf(known);
      required = Set.copyOf(required);
    }

    @Override
    public String expected() {
      return "a map";
    }
  }

  /** A value that may be written in more than one way; the kind of YAML node decides which. */
  record Either(List<Shape> ways) implements Shape {
    public Either {
      ways = List.copyOf(ways);
    }

    @Override
    public String expected() {
      return String.join(" or ", ways.stream().map(Shape::expected).toList());
    }
  }
}
