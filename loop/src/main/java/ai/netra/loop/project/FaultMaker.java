package ai.netra.loop.project;

import ai.netra.loop.project.FaultSpec.Inject;
import ai.netra.loop.project.FaultSpec.Limits;
import ai.netra.loop.project.FaultSpec.Mechanism;
import ai.netra.loop.project.FaultSpec.Symptom;
import ai.netra.loop.project.FaultSpec.Truth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Makes the record of a fault whose shape was checked; what a variant says stands over what the
 * fault says.
 */
record FaultMaker(Section fault, Section variant) {

  /**
   * The record.
   *
   * @param name of the variant, empty for the fault itself
   */
  FaultSpec make(String name, Map<String, FaultSpec> variants) {
    String title = fault.get("title").text("");
    return new FaultSpec(
        fault.get("id").text("") + name,
        variant.get("title").text().map(own -> title + ": " + own).orElse(title),
        fault.get("kind").text(""),
        fault.get("needs").text().orElse(null),
        inject(),
        Map.copyOf(variants),
        truth(),
        fault.get("wrong_conclusions").texts(),
        fault.get("end").text("").equals("human"),
        new Limits(
            fault.get("limits").get("time").duration(Duration.ZERO),
            fault.get("limits").get("rounds").number(1)));
  }

  private Inject inject() {
    Section inject = fault.get("inject");
    return new Inject(
        over(inject, variant, "patch").text(""),
        inject.get("mix").number(0),
        over(inject, variant, "outside").textsByName(),
        variant.get("parameters").textsByName());
  }

  private Truth truth() {
    Section change = truth("change");
    Section mechanism = truth("mechanism");
    return new Truth(
        oneOrMore(truth("service")),
        oneOrMore(change.get("path")),
        oneOrMore(change.get("key")),
        change.get("hunks").number(1),
        new Mechanism(mechanism.get("kinds").texts(), mechanism.get("element").text("")),
        truth("statement").text(""),
        symptom(truth("symptom")),
        truth("failing").texts(),
        truth("rate").text().map(Double::parseDouble).orElse(1.0));
  }

  private static Symptom symptom(Section symptom) {
    return new Symptom(
        symptom.get("where").text(""),
        number(symptom.get("status")),
        number(symptom.get("close")),
        symptom.get("gate").text().orElse(null),
        symptom.get("outcome").text().orElse(null),
        symptom.get("parts").texts().stream().map(Integer::valueOf).toList());
  }

  private Section truth(String key) {
    return over(fault.get("truth"), variant.get("truth"), key);
  }

  private static Section over(Section common, Section own, String key) {
    return own.get(key).isPresent() ? own.get(key) : common.get(key);
  }

  private static OptionalInt number(Section section) {
    return section.isPresent() ? OptionalInt.of(section.number(0)) : OptionalInt.empty();
  }

  private static List<String> oneOrMore(Section section) {
    return section.isScalar() ? List.of(section.text("")) : section.texts();
  }
}
