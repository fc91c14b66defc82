package bailiwick.intake.crm;

/** What proves to a CRM who we are. Never shown: the text of each leaves its secrets out. */
public sealed interface CrmCredentials {

  /**
   * OAuth 2.0 client credentials of a Salesforce external client app, run as the user named there.
   */
  record ClientSecret(String clientId, String clientSecret) implements CrmCredentials {
    @Override
    public String toString() {
      return "ClientSecret[" + clientId + "]";
    }
  }

  /**
   * An OAuth 2.0 refresh token that a person granted to a Salesforce app.
   *
   * @param clientSecret empty where the app asks for none
   */
  record RefreshToken(String clientId, String clientSecret, String refreshToken)
      implements CrmCredentials {
    @Override
    public String toString() {
      return "RefreshToken[" + clientId + "]";
    }
  }

  /**
   * OAuth 2.0 JWT bearer of a Salesforce app.
   *
   * @param username whom to act for
   * @param privateKey RSA, PKCS #8, as PEM text
   */
  record SignedToken(String clientId, String username, String privateKey)
      implements CrmCredentials {
    @Override
    public String toString() {
      return "SignedToken[" + clientId + ", " + username + "]";
    }
  }

  /** The access token of a HubSpot private app. */
  record AccessToken(String token) implements CrmCredentials {
    @Override
    public String toString() {
      return "AccessToken[]";
    }
  }
}
