package bailiwick.store.company;

import java.util.Optional;

/** Keeps the company's profile. Thread-safe. */
public final class CompanyRepository {

  /** The profile, empty before the first save. */
  public Optional<Company> find() {
    throw new UnsupportedOperationException("Being written.");
  }

  /**
   * Saves the profile.
   *
   * @param company its version must be the stored one, 0 for the first save
   * @return the profile with its new version
   */
  public Company save(Company company) {
    throw new UnsupportedOperationException("Being written.");
  }
}
