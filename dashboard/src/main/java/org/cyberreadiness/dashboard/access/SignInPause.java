package org.cyberreadiness.dashboard.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody try a password during their pause. */
final class SignInPause extends OncePerRequestFilter {

  private final SignInAttempts attempts;

  SignInPause(SignInAttempts attempts) {
    this.attempts = attempts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean signsIn =
        "POST".equals(request.getMethod())
            && ("/" + SignInView.ROUTE).equals(request.getServletPath());
    String user = Objects.requireNonNullElse(request.getParameter("username"), "");
    if (signsIn && attempts.paused(user, request.getRemoteAddr())) {
      response.sendRedirect(request.getContextPath() + "/" + SignInView.ROUTE + "?wait");
      return;
    }
    chain.doFilter(request, response);
  }
}
