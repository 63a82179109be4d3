package org.dalil.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.credential.CredentialsMatcher;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.mgt.DefaultSessionStorageEvaluator;
import org.apache.shiro.mgt.DefaultSubjectDAO;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.dalil.account.entity.Role;
import org.dalil.account.entity.StaffMember;
import org.dalil.account.entity.StaffName;
import org.dalil.account.entity.Standing;

/**
 * Staff as Apache Shiro sees them: passwords are checked against their argon2id hashes, permissions follow from the roles
 * that were read for this very request. Nothing is cached, nothing of Shiro's lies in a session, and there is no
 * "remember me". Someone who must still change a start password may do nothing else.
 */
@Dependent
public class StaffRealm extends AuthorizingRealm {

    private final StaffStore staff;
    private final PasswordHashing hashing;

    @Inject
    public StaffRealm(StaffStore staff, PasswordHashing hashing) {
        this.staff = staff;
        this.hashing = hashing;
        setCachingEnabled(false);
        setAuthenticationTokenClass(UsernamePasswordToken.class);
        setCredentialsMatcher(matcher(hashing));
    }

    private static CredentialsMatcher matcher(PasswordHashing hashing) {
        return (token, info) -> hashing.matches(new String(((UsernamePasswordToken) token).getPassword()),
                Optional.of((String) info.getCredentials()));
    }

    /** Nothing for an unknown or disabled account, after as much work as a known one costs. */
    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        UsernamePasswordToken given = (UsernamePasswordToken) token;
        Optional<StaffMember> member = StaffName.of(given.getUsername()).flatMap(staff::named).filter(m -> !m.isDisabled());
        if (member.isEmpty()) {
            hashing.matches(new String(given.getPassword()), Optional.empty());
            return null;
        }
        return new SimpleAuthenticationInfo(member.get(), member.get().passwordHash(), getName());
    }

    @Override
    protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
        SimpleAuthorizationInfo info = new SimpleAuthorizationInfo();
        Standing standing = principals.oneByType(Standing.class);
        if (standing != null && standing.isFree()) {
            info.setStringPermissions(Role.permissionsOf(standing.roles()));
        }
        return info;
    }

    /** Shiro, as the doors ask it. */
    @Produces
    @ApplicationScoped
    static org.apache.shiro.mgt.SecurityManager security(StaffRealm realm) {
        DefaultSecurityManager security = new DefaultSecurityManager(realm);
        DefaultSessionStorageEvaluator never = new DefaultSessionStorageEvaluator();
        never.setSessionStorageEnabled(false);
        DefaultSubjectDAO subjects = new DefaultSubjectDAO();
        subjects.setSessionStorageEvaluator(never);
        security.setSubjectDAO(subjects);
        security.setRememberMeManager(null);
        return security;
    }
}
