package bailiwick.server.security;

import bailiwick.server.problem.AccessProblem;
import bailiwick.server.problem.ProblemWriter;
import bailiwick.store.Store;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who gets in at all. Which role may do what stands at each operation, see {@link Allowed}.
 *
 * <p>Sign-in itself needs no CSRF token: it takes JSON, which no foreign form can send, and the
 * session cookie is SameSite=Strict.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

  /** Nothing foreign; the map's worker is a blob, its styles are set by script. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; worker-src 'self' blob:; child-src 'self' blob:;"
          + " img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:;"
          + " connect-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self';"
          + " frame-ancestors 'none'";

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  @Bean
  Secrets secrets(SecureRandom random) {
    return new Secrets(random);
  }

  @Bean
  SignInThrottle signInThrottle(Clock clock) {
    return new SignInThrottle(clock);
  }

  @Bean
  Users users(Store store, PasswordEncoder passwords, Secrets secrets, SignInThrottle throttle) {
    return new Users(store, passwords, secrets, throttle);
  }

  @Bean
  ApiKeys apiKeys(Store store, Secrets secrets) {
    return new ApiKeys(store, secrets);
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  @Bean
  SecurityContextRepository securityContexts() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  CsrfTokenRepository csrfTokens() {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    return tokens;
  }

  @Bean
  Sessions sessions(SecurityContextRepository contexts, CsrfTokenRepository csrfTokens) {
    return new Sessions(contexts, csrfTokens);
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      ApiKeys keys,
      ProblemWriter problems,
      SecurityContextRepository contexts,
      CsrfTokenRepository csrfTokens)
      throws Exception {
    return http.securityContext(context -> context.securityContextRepository(contexts))
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(
                    DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/api/v1/health", "/api/v1/openapi.json")
                .permitAll()
                .requestMatchers(org.springframework.http.HttpMethod.POST, "/api/v1/session")
                .permitAll()
                .requestMatchers("/api/**")
                .authenticated()
                .anyRequest()
                .permitAll())
        .csrf(csrf ->
            csrf.spa()
                .csrfTokenRepository(csrfTokens)
                .ignoringRequestMatchers(ApiKeyFilter::bringsKey)
                .ignoringRequestMatchers(request ->
                    "POST".equals(request.getMethod())
                        && "/api/v1/session".equals(request.getRequestURI())))
        .addFilterBefore(new ApiKeyFilter(keys, problems), AuthorizationFilter.class)
        .exceptionHandling(failures ->
            failures
                .authenticationEntryPoint(
                    (request, response, failure) -> problems.write(response, notSignedIn(request)))
                .accessDeniedHandler(accessDenied(problems)))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy ->
                    policy.policy(
                        org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                            .ReferrerPolicy.SAME_ORIGIN))
                .cacheControl(cache -> cache.disable()))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .logout(logout -> logout.disable())
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .build();
  }

  private static AccessDeniedHandler accessDenied(ProblemWriter problems) {
    return (request, response, failure) -> {
      Authentication known = SecurityContextHolder.getContext().getAuthentication();
      // Without a session there is nothing a CSRF token could guard: say what is really missing.
      boolean csrf = failure instanceof CsrfException && known != null;
      problems.write(response, csrf ? new AccessProblem.CsrfMissing() : notSignedIn(request));
    };
  }

  private static AccessProblem notSignedIn(HttpServletRequest request) {
    boolean hadOne =
        request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    return hadOne ? new AccessProblem.SessionEnded() : new AccessProblem.NotSignedIn();
  }
}
