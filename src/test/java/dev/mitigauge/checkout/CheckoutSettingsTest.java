package dev.mitigauge.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckoutSettingsTest {

    @Test
    void shouldAllowNoCheckoutByDefault() {
        assertThat(CheckoutSettings.DEFAULT.directories()).isEmpty();
        assertThat(CheckoutSettings.DEFAULT.millis()).isEqualTo(2_000);
    }

    @Test
    void shouldNameDirectories() {
        assertThat(allowed(" shop = /srv/shop , docs=/srv/a=b ").directories())
                .containsEntry("shop", "/srv/shop")
                .containsEntry("docs", "/srv/a=b")
                .hasSize(2);
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertThatThrownBy(() -> allowed("shop"))
                .hasMessage("checkouts.allowed must be a list such as shop=/srv/shop, but holds `shop`");
        assertThatThrownBy(() -> allowed("a=/a,a=/b")).hasMessage("checkouts.allowed names `a` twice");
        assertThatThrownBy(() -> new CheckoutSettings(null, 0, 1, 1, 1))
                .hasMessage("checkouts.millis must be at least 1, but is 0");
    }

    private static CheckoutSettings allowed(String list) {
        return new CheckoutSettings(list, 1, 1, 1, 1);
    }
}
