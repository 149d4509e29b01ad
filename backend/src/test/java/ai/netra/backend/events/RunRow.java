package ai.netra.backend.events;

import ai.netra.backend.identity.UserKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bare run's row for tests of the log. */
final class RunRow {

  private RunRow() {}

  static long insert(JdbcClient sql, UserKey user) {
    long thread =
        sql.sql(
                """
                insert into threads (user_key, id, search, state, created_at, updated_at, metadata)
                values (:user, 'thread_a', '', 'active', 0, 0, '{}') returning key
                """)
            .param("user", user.value())
            .query(Long.class)
            .single();
    return sql.sql(
            """
            insert into runs (id, user_key, thread_key, message_id, answer_id, state, agent,
              request, trace_id, build, step, total_steps, last_seq, recoveries, fence, created_at)
            values ('run_a', :user, :thread, 'msg_a', 'msg_b', 'running', 'supervisor',
              '{}', '', '', 0, 0, 0, 0, 0, 0) returning key
            """)
        .param("user", user.value())
        .param("thread", thread)
        .query(Long.class)
        .single();
  }
}
