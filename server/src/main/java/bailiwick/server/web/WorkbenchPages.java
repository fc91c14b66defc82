package bailiwick.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Answers every address that is no file with the workbench's one page, which then shows the view
 * the address names. The API's addresses are left alone: what is unknown there is a problem.
 */
class WorkbenchPages extends PathResourceResolver {

  private static final ClassPathResource PAGE = new ClassPathResource("static/index.html");

  @Override
  protected @Nullable Resource resolveResourceInternal(
      @Nullable HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    if (path.startsWith("api/") || path.equals("error")) {
      return null;
    }
    Resource file = super.resolveResourceInternal(request, path, locations, chain);
    if (file != null) {
      return file;
    }
    boolean looksLikeFile = path.lastIndexOf('.') > path.lastIndexOf('/');
    return looksLikeFile || !PAGE.exists() ? null : PAGE;
  }
}
