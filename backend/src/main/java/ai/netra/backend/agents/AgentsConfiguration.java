package ai.netra.backend.agents;

import ai.netra.backend.models.Catalogues;
import ai.netra.backend.service.Limits;
import ai.netra.backend.usage.Usage;
import ai.netra.contract.plan.Plan;
import ai.netra.contract.plan.Plans;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The objects of the agents. */
@Configuration(proxyBeanMethods = false)
class AgentsConfiguration {

  @Bean
  CataloguePricing pricing(Catalogues catalogues) {
    return new CataloguePricing(catalogues);
  }

  @Bean
  Cubes cubes() {
    return new Cubes();
  }

  @Bean
  Pipeline pipeline(Usage usage, Catalogues catalogues, Cubes cubes) {
    return pipelineOf(usage, catalogues, cubes);
  }

  @Bean
  AgentController agentController(Limits limits) {
    return new AgentController(limits);
  }

  @Bean
  ToolGate toolGate(Usage usage, Plan defaultPlan, Plans plans) {
    return new ToolGate(usage, new ToolRates(), defaultPlan, plans.shown());
  }

  @Bean
  DirectTools directTools(Usage usage, Catalogues catalogues, Cubes cubes, Clock clock) {
    return new DirectTools(usage, catalogues, cubes, clock);
  }

  @Bean
  ToolController toolController(ToolGate gate, DirectTools tools) {
    return new ToolController(tools, gate);
  }

  /** The pipeline with every agent. */
  static AgentPipeline pipelineOf(Usage usage, Catalogues catalogues, Cubes cubes) {
    GuideTexts texts = new GuideTexts();
    Reporting reporting = new Reporting(catalogues, texts);
    List<Agent<?, ?>> agents =
        List.of(
            new Triage(usage, catalogues, new Lexicon()),
            new DataAgent(usage),
            new Optimization(usage, catalogues, cubes, new Optimiser(Strategy.ALL)),
            new Actions(),
            new MissingData(usage, texts),
            reporting);
    return new AgentPipeline(usage, catalogues, agents, reporting);
  }
}
