package bailiwick.server.security;

import bailiwick.store.user.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may call an operation. Every operation carries it; one without it, or with an
 * empty list that is not {@link #anyone}, is refused to all.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

  /** The roles allowed. */
  Role[] value() default {};

  /** Whether no sign-in is needed at all. */
  boolean anyone() default false;
}
