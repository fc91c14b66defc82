package bailiwick.server.web;

import bailiwick.server.intake.ImportKind;
import bailiwick.server.metrics.Metrics;
import bailiwick.server.metrics.RequestTimer;
import bailiwick.server.security.CallerInterceptor;
import bailiwick.server.security.Users;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests reach the resources, and how the workbench's files are served. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration implements WebMvcConfigurer {

  private final Users users;
  private final Metrics metrics;

  WebConfiguration(Users users, Metrics metrics) {
    this.users = users;
    this.metrics = metrics;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new RequestTimer(metrics)).addPathPatterns("/api/**");
    registry.addInterceptor(new CallerInterceptor(users)).addPathPatterns("/api/**");
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(new ImportKind.FromPath());
  }

  /** Files under {@code assets/} carry a hash of their content in their name: they never change. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new WorkbenchPages());
  }
}
