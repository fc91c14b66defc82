package bailiwick.server.openapi;

import bailiwick.server.ApiSurface;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/** Just enough of the server to generate its document: resources with nothing behind them. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@Import({OpenApiContract.class, DocumentApplication.HollowResources.class})
class DocumentApplication {

  /** Makes each resource without its services: none of its operations is called. */
  static final class HollowResources implements ImportBeanDefinitionRegistrar {
    @Override
    public void registerBeanDefinitions(
        AnnotationMetadata importing, BeanDefinitionRegistry registry) {
      ApiSurface.RESOURCES.forEach(resource -> register(resource, registry));
    }

    private static <T> void register(Class<T> resource, BeanDefinitionRegistry registry) {
      RootBeanDefinition definition = new RootBeanDefinition(resource, () -> hollow(resource));
      registry.registerBeanDefinition(resource.getSimpleName(), definition);
    }

    private static <T> T hollow(Class<T> resource) {
      try {
        @SuppressWarnings("unchecked")
        Constructor<T> constructor = (Constructor<T>) resource.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(new Object[constructor.getParameterCount()]);
      } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("No hollow " + resource.getSimpleName() + ".", e);
      }
    }
  }
}
