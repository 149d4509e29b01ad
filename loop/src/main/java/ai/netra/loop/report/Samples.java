package ai.netra.loop.report;

import ai.netra.loop.record.Exchange;
import ai.netra.loop.record.PathTemplate;
import ai.netra.loop.record.PerformanceTerms.Measure;
import ai.netra.loop.report.RunLines.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The samples of a declared measure, from the exchanges and frames of the runs that count. */
final class Samples {

  private static final Pattern GATEWAY = Pattern.compile("(\\S+) ([A-Z]+) (/\\S*)");
  private static final Pattern FRAMES = Pattern.compile("(\\S+) (\\S+) *-> *(\\S+)");

  private final List<Long> micros = new ArrayList<>();
  private final List<Long> records = new ArrayList<>();

  private Samples() {}

  static Samples of(Measure measure, List<Found<Exchange>> exchanges) {
    Samples samples = new Samples();
    switch (measure.source()) {
      case GATEWAY -> samples.addAnswers(measure.what(), exchanges);
      case FRAMES -> samples.addFrames(measure.what(), exchanges);
    }
    return samples;
  }

  List<Long> micros() {
    return micros;
  }

  /** The lines that they come from. */
  List<Long> records() {
    return records;
  }

  private void addAnswers(String what, List<Found<Exchange>> exchanges) {
    Matcher wanted = GATEWAY.matcher(what);
    if (!wanted.matches()) {
      return;
    }
    PathTemplate path = new PathTemplate(wanted.group(3));
    for (Found<Exchange> found : exchanges) {
      Exchange it = found.entry();
      if (it.socket() == null
          && it.service().equals(wanted.group(1))
          && it.method().equals(wanted.group(2))
          && path.places(it.path()).isPresent()) {
        micros.add(it.totalMicros());
        records.add(found.n());
      }
    }
  }

  private void addFrames(String what, List<Found<Exchange>> exchanges) {
    Matcher wanted = FRAMES.matcher(what);
    if (!wanted.matches()) {
      return;
    }
    for (Found<Exchange> found : exchanges) {
      Exchange.Socket socket = found.entry().socket();
      if (socket != null && found.entry().service().equals(wanted.group(1))) {
        addPairs(
            found.n(), times(socket, "in", wanted.group(2)), times(socket, "out", wanted.group(3)));
      }
    }
  }

  private static List<Long> times(Exchange.Socket socket, String direction, String type) {
    return socket.frames().stream()
        .filter(it -> it.direction().equals(direction) && Objects.equals(it.type(), type))
        .map(Exchange.Frame::atMicros)
        .toList();
  }

  /** In order; where a frame has no answer there is no telling which pairs belong together. */
  private void addPairs(long record, List<Long> asked, List<Long> answered) {
    if (asked.isEmpty() || asked.size() != answered.size()) {
      return;
    }
    for (int i = 0; i < asked.size(); i++) {
      long between = answered.get(i) - asked.get(i);
      if (between >= 0) {
        micros.add(between);
      }
    }
    records.add(record);
  }
}
