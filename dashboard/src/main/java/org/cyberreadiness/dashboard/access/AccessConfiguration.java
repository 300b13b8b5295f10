package org.cyberreadiness.dashboard.access;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Nothing is open to the anonymous but the sign-in page, its assets and health. Users come from the
 * demo or from the configuration.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(AccessConfiguration.class);

  /** What a page may load: Vaadin's own scripts start inline and compile their templates. */
  private static final String CONTENT_POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self' data:",
          "connect-src 'self' ws: wss:",
          "object-src 'none'",
          "base-uri 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  @Bean
  SecurityFilterChain pages(HttpSecurity http, SignInAttempts attempts) throws Exception {
    http.authorizeHttpRequests(
        requests ->
            requests
                .requestMatchers("/actuator/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/theme/**", "/aura/**", "/shell/**", "/charts/**", "/_static/**")
                .permitAll());
    http.with(
        VaadinSecurityConfigurer.vaadin(),
        vaadin -> vaadin.loginView(SignInView.class).defaultSuccessUrl("/", false));
    http.addFilterBefore(new SignInPause(attempts), UsernamePasswordAuthenticationFilter.class);
    http.headers(
        headers ->
            headers
                .withObjectPostProcessor(
                    new ObjectPostProcessor<HeaderWriterFilter>() {
                      @Override
                      public <O extends HeaderWriterFilter> O postProcess(O filter) {
                        // Tomcat commits Vaadin's pages before headers that wait are written
                        filter.setShouldWriteHeadersEagerly(true);
                        return filter;
                      }
                    })
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                    permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                .frameOptions(frames -> frames.deny()));
    return http.build();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  SignInAttempts signInAttempts(AccessSettings settings) {
    return new SignInAttempts(settings, Clock.systemUTC());
  }

  @Bean
  SignInWatch signInWatch(SignInAttempts attempts) {
    return new SignInWatch(attempts);
  }

  /** Tells the counter how a sign-in went. */
  static final class SignInWatch {

    private final SignInAttempts attempts;

    SignInWatch(SignInAttempts attempts) {
      this.attempts = attempts;
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
      if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails web) {
        attempts.failed(event.getAuthentication().getName(), web.getRemoteAddress());
        LOG.warn("Sign-in failed from {}", web.getRemoteAddress());
      }
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
      if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails web) {
        attempts.succeeded(event.getAuthentication().getName(), web.getRemoteAddress());
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Profile("demo")
  static class DemoUsers {

    @Bean
    UserDetailsService users(PasswordEncoder encoder) {
      String password = encoder.encode(DemoUser.PASSWORD);
      List<UserDetails> users =
          DemoUser.ALL.stream()
              .map(
                  user ->
                      User.withUsername(user.name()).password(password).roles(user.role()).build())
              .toList();
      return new InMemoryUserDetailsManager(users);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Profile("!demo")
  static class ConfiguredUser {

    @Bean
    UserDetailsService users(AccessSettings settings, PasswordEncoder encoder) {
      String given = settings.password();
      String password = given == null || given.isEmpty() ? printed(settings.user()) : given;
      return new InMemoryUserDetailsManager(
          User.withUsername(settings.user())
              .password(encoder.encode(password))
              .roles(Role.ALL)
              .build());
    }

    @SuppressWarnings("SystemOut") // once, on the terminal, never in a log file
    private static String printed(String user) {
      byte[] random = new byte[12];
      new SecureRandom().nextBytes(random);
      String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      System.out.printf(
          "Sign in as %s with the password %s (made for this start; set readiness.password to choose one)%n",
          user, password);
      return password;
    }
  }
}
