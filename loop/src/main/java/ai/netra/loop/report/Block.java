package ai.netra.loop.report;

import java.util.List;

/** What a section of a report is made of. */
sealed interface Block {

  /** Named figures, each with the lines of the journal that it was computed from. */
  record Figures(List<Figure> figures) implements Block {

    public Figures {
      figures = List.copyOf(figures);
    }
  }

  record Figure(String name, Value value, List<Long> records) {

    public Figure {
      records = List.copyOf(records);
    }

    static Figure of(String name, String value, Long... records) {
      return new Figure(name, Value.words(value), List.of(records));
    }
  }

  /**
   * Rows of values.
   *
   * @param folded whether a page shows it only when asked to
   */
  record Table(String title, boolean folded, List<String> columns, List<Row> rows)
      implements Block {

    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * How one thing follows from another, from what was seen to what should have caught it.
   *
   * @param stops in their order
   */
  record Path(String title, List<Stop> stops) implements Block {

    public Path {
      stops = List.copyOf(stops);
    }
  }

  /**
   * One step of a path.
   *
   * @param because what was seen that leads there; empty for the first, and where nothing does
   * @param known whether the evidence reaches it
   */
  record Stop(String level, String text, String because, boolean known, List<Long> records) {

    public Stop {
      records = List.copyOf(records);
    }
  }

  /** The values in order of the columns, and the lines of the journal that they come from. */
  record Row(List<Value> values, List<Long> records) {

    public Row {
      values = List.copyOf(values);
      records = List.copyOf(records);
    }
  }
}
