package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page with its filters: {@code Address.of("organisations").with("type",
 * "trust")}.
 */
public final class Address {

  private record Parameter(String name, String value) {}

  private final String path;
  private final List<Parameter> parameters;

  private Address(String path, List<Parameter> parameters) {
    this.path = path;
    this.parameters = List.copyOf(parameters);
  }

  public static Address of(String path) {
    return new Address(path.startsWith("/") ? path.substring(1) : path, List.of());
  }

  /** With this value in place of any other of that name; null or empty takes the name away. */
  public Address with(String name, @Nullable String value) {
    List<Parameter> changed = new ArrayList<>(parameters);
    changed.removeIf(p -> p.name().equals(name));
    if (value != null && !value.isBlank()) {
      changed.add(new Parameter(name, value));
    }
    return new Address(path, changed);
  }

  /** With one more value of that name. */
  public Address and(String name, String value) {
    List<Parameter> changed = new ArrayList<>(parameters);
    changed.add(new Parameter(name, value));
    return new Address(path, changed);
  }

  public Address without(String name) {
    return with(name, null);
  }

  /** For a link; relative to the application, wherever it is mounted. */
  public String href() {
    String query = query();
    String start = path.isEmpty() ? "." : path;
    return query.isEmpty() ? start : start + "?" + query;
  }

  /** Goes there. */
  public void open(UI ui) {
    ui.navigate(path, QueryParameters.fromString(query()));
  }

  /** Path and query, as they stand in the address bar after the first slash. */
  public String location() {
    String query = query();
    return query.isEmpty() ? path : path + "?" + query;
  }

  private String query() {
    List<String> parts = new ArrayList<>();
    for (Parameter parameter : parameters) {
      parts.add(encoded(parameter.name()) + "=" + encoded(parameter.value()));
    }
    return String.join("&", parts);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  @Override
  public String toString() {
    return href();
  }
}
