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
  Pipeline pipeline(Usage usage, Catalogues catalogues) {
    return pipelineOf(usage, catalogues);
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
  ToolController toolController(Usage usage, Catalogues catalogues, ToolGate gate, Clock clock) {
    return new ToolController(new DirectTools(usage, catalogues, clock), gate);
  }

  /** The pipeline with every agent. */
  static AgentPipeline pipelineOf(Usage usage, Catalogues catalogues) {
    GuideTexts texts = new GuideTexts();
    Reporting reporting = new Reporting(catalogues, texts);
    List<Agent<?, ?>> agents =
        List.of(
            new Triage(usage, catalogues, new Lexicon()),
            new DataAgent(usage),
            new Optimization(usage, catalogues, new Optimiser(Strategy.ALL)),
            new Actions(),
            new MissingData(usage, texts),
            reporting);
    return new AgentPipeline(usage, catalogues, agents, reporting);
  }
}
