package org.cyberreadiness.dashboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;

/** Tells whether the window is as narrow as a phone, for what style sheets alone cannot do. */
public final class Narrow {

  private Narrow() {}

  /** Tells it once the component is shown, and whenever it changes. */
  public static void watch(Component component, SerializableConsumer<Boolean> told) {
    component
        .getElement()
        .addEventListener(
            "narrow", event -> told.accept(event.getEventData().get("event.detail").asBoolean()))
        .addEventData("event.detail");
    component.addAttachListener(
        attached ->
            component
                .getElement()
                .executeJs(
                    """
                    const phone = matchMedia('(max-width: 640px)');
                    const tell = () => this.isConnected
                      ? this.dispatchEvent(new CustomEvent('narrow', { detail: phone.matches }))
                      : phone.removeEventListener('change', tell);
                    phone.addEventListener('change', tell);
                    if (phone.matches) tell();
                    """));
  }
}
